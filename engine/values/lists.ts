/** Lists whose items are all known, each at its place. */
import { isIndex } from '../keys.ts';
import { isEcho } from './copies.ts';
import { isManyAt, type Memory } from './memory.ts';
import type { Field } from './state.ts';
import type { AbstractObject, Value } from './value.ts';

/** The items of a list in order, or undefined where some, or their places, are not known. */
export function itemsOf(memory: Memory, value: Value): readonly Value[] | undefined {
  const [list, ...others] = value.objects.values();
  const isOnly = others.length === 0 && [...value.atoms.values()].every(isEcho);
  if (list === undefined || !isOnly || !isOwnList(memory, list)) return undefined;
  const fields = [...(memory.state.heap.get(list.id) ?? [])].filter(([key]) => !key.startsWith('&'));
  if (!fields.every(([key, { strong }]) => isIndex(key) && strong)) return undefined;
  const items = Array.from({ length: fields.length }, (_, index) => valueAt(fields, index));
  return items.every((item) => item !== undefined) ? items : undefined;
}

function valueAt(fields: readonly (readonly [string, Field])[], index: number): Value | undefined {
  return fields.find(([key]) => key === String(index))?.[1].value;
}

/** A list that nobody else can have changed meanwhile. */
function isOwnList(memory: Memory, list: AbstractObject): boolean {
  if (list.kind !== 'array' || list.isGlobal || list.isMany || !memory.state.heap.has(list.id)) return false;
  return !memory.escaped.has(list.id) && !memory.handed.has(list.id) && !isManyAt(memory, list.id);
}

/** Puts items into a list that holds nothing else: only for a list whose items are known. */
export function writeItems(memory: Memory, list: AbstractObject, items: readonly Value[]): void {
  const kept = [...(memory.state.heap.get(list.id) ?? [])].filter(([key]) => key.startsWith('&'));
  const fields = items.map((value, index) => [String(index), { value, strong: true }] as const);
  memory.state.heap.set(list.id, new Map<string, Field>([...kept, ...fields]));
}
