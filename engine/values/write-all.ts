/** Writing many children of one object at once. */
import { setFields } from './fields.ts';
import { limited, MAX_PARTS_OF_INPUT } from './limit.ts';
import { type Memory, write } from './memory.ts';
import { type AbstractObject, type Value, valueOfObject } from './value.ts';

/** Puts values under several keys of an object, beside what is there. */
export function writeAll(
  memory: Memory,
  object: AbstractObject,
  entries: readonly (readonly [string, Value])[],
): void {
  if (object.isGlobal || memory.escaped.has(object.id)) {
    for (const [key, value] of entries) write(memory, valueOfObject(object), key, value, false);
    return;
  }
  memory.budget.spend(2 * entries.length);
  const fields = entries.map(
    ([key, value]) => [key, { value: limited(memory, value, MAX_PARTS_OF_INPUT), strong: false }] as const,
  );
  if (fields.length > 0) setFields(memory.state, object.id, fields);
}
