/** What iterating a map gives: an array of a key and its value, made where it is asked for. */
import type ts from 'typescript';
import { kindOfKey, MAP_VALUE } from '../keys.ts';
import type { State } from './state.ts';
import { type AbstractObject, NOTHING, type Value, join, valueOfObject } from './value.ts';

/** Whether a value is kept under this key in a map, under whichever key of the map's own. */
export const isMapValue = (key: string): boolean => kindOfKey(key) === MAP_VALUE;

/** The entry of what is kept under an id: `parts` are what its key and its value may be now. */
export function entryAt({ heap }: State, id: string, node: ts.Node, parts: readonly Value[]): Value {
  const entry: AbstractObject = { id: `e${id}`, kind: 'array', node, isGlobal: false, isMany: false };
  const known = heap.get(entry.id);
  // An entry that was taken before the map has changed is still the one of then.
  const fields = parts.map((value, index) => {
    const before = known?.get(String(index))?.value ?? NOTHING;
    return [String(index), { value: join(before, value), strong: true }] as const;
  });
  heap.set(entry.id, new Map([...(known ?? []), ...fields]));
  return valueOfObject(entry);
}
