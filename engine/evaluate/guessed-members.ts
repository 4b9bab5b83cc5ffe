/** Members without a type whose name counts as a tag: `request.body.password` where nobody says what a request is. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { isUntyped } from '../builtin-members.ts';
import { DEFAULT_LABEL } from '../tags/doc-comment.ts';
import { makeAtom } from '../values/atom.ts';
import { type Value, join, valueOfAtoms } from '../values/value.ts';

/** The value of a member, with the tag that its name is. Where there is a declaration, the type oracle has said so. */
export function withGuess(activation: Activation, value: Value, name: string, node: ts.Node): Value {
  const { engine, numbers } = activation;
  if (!engine.isGuessed(name)) return value;
  const typed = typedPart(node);
  if (typed === undefined || !isUntyped(engine.checker.getTypeAtLocation(typed))) return value;
  const origin = { kind: 'source', node, label: DEFAULT_LABEL, name: nameOf(node, name) } as const;
  return join(value, valueOfAtoms([makeAtom(numbers, { origin, reach: 'value' })]));
}

/** Whose type tells whether there are types at all: a pattern makes up one of its own, and only its names have none. */
function typedPart(node: ts.Node): ts.Node | undefined {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return node.expression;
  return ts.isBindingElement(node) ? node.name : undefined;
}

const nameOf = (node: ts.Node, name: string): string =>
  ts.isPropertyAccessExpression(node) ? node.getText().replaceAll(/\s+/gu, '') : name;
