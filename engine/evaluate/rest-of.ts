/** What is left of an object: a new one that takes over its members, but for some. */
import type ts from 'typescript';
import type { Activation } from '../activation.ts';
import { objectAt } from '../inputs.ts';
import { SPREAD } from '../keys.ts';
import { build, write } from '../values/memory.ts';
import { NOTHING, type Value } from '../values/value.ts';

/** What is left of an object when some members are taken out. */
export function restOf(activation: Activation, value: Value, taken: readonly string[], node: ts.Node): Value {
  return build(activation, objectAt(activation, node, 'object'), (rest) => {
    write(activation, rest, SPREAD, value, true);
    for (const key of taken) if (key !== '') write(activation, rest, key, NOTHING, true);
  });
}
