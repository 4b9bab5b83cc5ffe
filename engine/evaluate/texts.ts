/** Texts made of values: a template, a concatenation, `String(...)`. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { callFunction } from '../calls/apply.ts';
import { NO_ARGUMENTS } from '../summary.ts';
import { contentOf } from '../values/content.ts';
import { join, NOTHING, valueOfObject, type AbstractObject, type Value } from '../values/value.ts';
import { closureOf } from './closures.ts';
import { findMember } from './heritage.ts';
import { isFunctionNode } from '../program/units.ts';

// labels(v.toString()) where v has such a method of its own, else labels(contentOf(v)), are in labels(`${v}`)
export function textOf(activation: Activation, value: Value, node: ts.Node): Value {
  let text = NOTHING;
  const plain = new Map<string, AbstractObject>();
  for (const [id, object] of value.objects) {
    const method = object.kind === 'instance' ? conversionOf(activation, object) : undefined;
    if (method === undefined) plain.set(id, object);
    else
      text = join(
        text,
        callFunction(
          activation,
          closureOf(activation, method),
          { ...NO_ARGUMENTS, self: valueOfObject(object) },
          node,
        ),
      );
  }
  return join(contentOf(activation, { ...value, objects: plain }), contentOf(activation, text));
}

function conversionOf(activation: Activation, { classNode }: AbstractObject) {
  if (classNode === undefined) return undefined;
  const member = findMember(activation, classNode, 'toString', false);
  return member !== undefined && ts.isMethodDeclaration(member) && isFunctionNode(member)
    ? member
    : undefined;
}
