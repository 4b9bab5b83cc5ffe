/** What an object holds: its own fields in this state, and what others have written to its copy in the global heap. */
import type { GlobalHeap } from './global-heap.ts';
import { type Telling, limited, MAX_PARTS_OF_INPUT } from './limit.ts';
import { twinsOf } from './twins.ts';
import type { State } from './state.ts';
import { type AbstractObject, NOTHING, type Value, joinAll } from './value.ts';

/** Where the fields of objects are found. */
export interface Store extends Telling {
  readonly state: State;
  readonly globals: GlobalHeap;
  readonly reader: number;
  readonly escaped: ReadonlyMap<string, AbstractObject>;
}

/** All children of an object with their keys. */
export function entriesOf(store: Store, object: AbstractObject): readonly (readonly [string, Value])[] {
  const local = object.isGlobal ? undefined : store.state.heap.get(object.id);
  const entries = [...(local ?? [])].map(([key, field]) => [key, field.value] as const);
  return [...entries, ...entriesElsewhere(store, object)];
}

/** The children of an object that the state of this unit does not hold. */
export function entriesElsewhere(
  store: Store,
  object: AbstractObject,
): readonly (readonly [string, Value])[] {
  return twinsOf(store.escaped, object).flatMap(({ id }) => {
    const keys = store.globals.keys(id, store.reader);
    return keys.map((key) => [key, readGlobal(store, object, id, key)] as const);
  });
}

/** What an object holds under exactly this key: a member of unknown name is none of these. */
export function fieldOf(store: Store, object: AbstractObject, key: string): Value {
  const own = store.state.heap.get(object.id)?.get(key)?.value ?? NOTHING;
  const kept = twinsOf(store.escaped, object).flatMap(({ id }) => {
    const isThere = store.globals.keys(id, store.reader).includes(key);
    return isThere ? [readGlobal(store, object, id, key)] : [];
  });
  return joinAll([own, ...kept]);
}

/** Of a local object, only what others wrote to its copy: its own writes are in the state, in their order. */
export function readGlobal(store: Store, object: AbstractObject, id: string, key: string): Value {
  const except = object.isGlobal ? undefined : store.reader;
  return limited(store, store.globals.read(id, key, store.reader, except), MAX_PARTS_OF_INPUT);
}
