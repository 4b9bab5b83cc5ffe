/** Texts made of values: a template, a concatenation. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { callFunction } from '../calls/apply.ts';
import { contentThrough, TO_TEXT } from '../calls/conversions.ts';
import { NO_ARGUMENTS } from '../summary.ts';
import { contentOf } from '../values/content.ts';
import { NOTHING, type Value, join } from '../values/value.ts';
import { closureOf } from './closures.ts';
import { isOpen } from '../receivers.ts';
import { isFunctionNode } from '../program/units.ts';

// labels(v.toString()) where v has such a method of its own, else labels(contentOf(v)), are in labels(`${v}`)
export function textOf(activation: Activation, value: Value, node: ts.Expression): Value {
  const text = contentThrough(activation, value, TO_TEXT, node);
  return join(text, contentOf(activation, declaredText(activation, value, node)));
}

/** Of an object that only its class is known of, what the class makes a text of. */
function declaredText(activation: Activation, value: Value, node: ts.Expression): Value {
  const { index, checker } = activation.engine;
  if (!index.classesByMember.has('toString') || ts.isLiteralExpression(node) || !isOpen(activation, value))
    return NOTHING;
  const method = checker.getTypeAtLocation(node).getProperty('toString')?.valueDeclaration;
  if (method === undefined || !ts.isMethodDeclaration(method) || !isFunctionNode(method)) return NOTHING;
  return callFunction(activation, closureOf(activation, method), { ...NO_ARGUMENTS, self: value }, node);
}
