/** Property writes that are sinks: `process.title = ...`, and option objects that rows name by their type. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { checkSinks } from './sinks.ts';
import { evaluate } from '../interpreter.ts';
import { unwrap } from '../program/syntax.ts';
import { nodesAt } from '../values/nodes-at.ts';
import { isNothing, type Value } from '../values/value.ts';
import type { ModelNode } from '../models/index-face.ts';

/** `target.name = value`: checks what rows say of the member that is written. */
export function checkAssignment(activation: Activation, node: ts.BinaryExpression, value: Value): void {
  const target = unwrap(node.left);
  if (isNothing(value) || !isMemberAccess(target)) return;
  for (const model of memberNodes(activation, target)) checkSinks(activation, model, value, node, () => node);
}

type MemberAccess = ts.PropertyAccessExpression | ts.ElementAccessExpression;

const isMemberAccess = (node: ts.Node): node is MemberAccess =>
  ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);

function memberNodes(activation: Activation, node: MemberAccess): readonly ModelNode[] {
  const { models, checker } = activation.engine;
  const { expression } = node;
  const name = nameOf(node);
  const roots = [...evaluate(activation, expression).nodes];
  if (name === undefined) return roots.flatMap((root) => root.anyMember ?? []);
  const typed = models.memberNames.has(name)
    ? models.instanceNodes(checker.getTypeAtLocation(expression))
    : [];
  return [...nodesAt(roots, name), ...nodesAt(typed, name)];
}

/** The member's name, where it is written there. */
function nameOf(node: MemberAccess): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : undefined;
}
