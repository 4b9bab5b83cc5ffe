/** Property writes that are sinks: `process.title = ...`, and option objects that rows name by their type. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { checkSinks } from './sinks.ts';
import { evaluate } from '../interpreter.ts';
import { unwrap } from '../program/syntax.ts';
import { nodesAt } from '../values/memory.ts';
import type { Value } from '../values/value.ts';
import type { ModelNode } from '../models/index-face.ts';

/** `target.name = value`: checks what rows say of the member that is written. */
export function checkAssignment(activation: Activation, node: ts.BinaryExpression, value: Value): void {
  const target = unwrap(node.left);
  if (!ts.isPropertyAccessExpression(target)) return;
  for (const model of memberNodes(activation, target)) checkSinks(activation, model, value, node, () => node);
}

function memberNodes(activation: Activation, node: ts.PropertyAccessExpression): readonly ModelNode[] {
  const { models, checker } = activation.engine;
  const { expression, name } = node;
  const roots = ts.isIdentifier(expression) ? [...evaluate(activation, expression).nodes] : [];
  const typed = models.memberNames.has(name.text)
    ? models.instanceNodes(checker.getTypeAtLocation(expression))
    : [];
  return [...nodesAt(roots, name.text), ...nodesAt(typed, name.text)];
}
