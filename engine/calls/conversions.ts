/** Conversions: objects that say themselves what is printed or serialised of them, by methods such as `toJSON`. */
import type ts from 'typescript';
import type { Activation } from '../activation.ts';
import { isFunctionObject } from './bound.ts';
import { requestAt } from './request.ts';
import { callValue, readDeclared } from '../interpreter.ts';
import { NO_ARGUMENTS } from '../summary.ts';
import { contentExcept, contentOf } from '../values/content.ts';
import { read } from '../values/memory.ts';
import { type AbstractObject, NOTHING, type Value, join, valueOfObject } from '../values/value.ts';

/** The members by which a text is made of an object, the first that it has. */
export const TO_TEXT: readonly string[] = ['@@toPrimitive', 'toString', 'valueOf'];

/** Everything in a value as it is shown: of objects that convert themselves, what the first of these members gives. */
// labels(o.name()) where o has such a member, else labels(contentOf(o)), are in labels(contentThrough(o, [name]))
export function contentThrough(
  activation: Activation,
  value: Value,
  names: readonly string[] | undefined,
  node: ts.Node,
): Value {
  if (names === undefined || !names.some((name) => isImplemented(activation, name)))
    return contentOf(activation, value);
  return contentExcept(activation, value, [], (object) => converted(activation, object, names, node));
}

/** A cheap test first: whether any code of the program has a member of the name. */
function isImplemented({ engine: { index } }: Activation, name: string): boolean {
  return index.classesByMember.has(name) || index.literalsByMember.has(name);
}

function converted(
  activation: Activation,
  object: AbstractObject,
  names: readonly string[],
  node: ts.Node,
): Value | undefined {
  if (object.kind !== 'instance' && object.kind !== 'object') return undefined;
  const self = valueOfObject(object);
  for (const name of names) {
    const member = join(read(activation, self, name), readDeclared(activation, object, name, node));
    const functions = [...member.objects].filter(([, one]) => isFunctionObject(one));
    if (functions.length === 0) continue;
    const callee = { ...NOTHING, objects: new Map(functions) };
    return callValue(activation, {
      ...requestAt(activation, node, callee, { ...NO_ARGUMENTS, self }),
      isNew: false,
    });
  }
  return undefined;
}
