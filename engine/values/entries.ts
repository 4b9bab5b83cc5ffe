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
  /** What values of the global heap have been found to tell. */
  readonly reductions: WeakMap<Value, Reduction>;
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
  return reduced(store, store.globals.read(id, key, store.reader, except));
}

/** What a value of the global heap tells, found out once: many units read it. */
// labels(value) are in labels(reduced(value))
function reduced(store: Store, value: Value): Value {
  if (value.atoms.size <= MAX_PARTS_OF_INPUT) return value;
  const known = store.reductions.get(value) ?? reduce(store, value);
  store.reductions.set(value, known);
  // What says nothing by itself does where this unit has written below it.
  const isWritten = known.silent.some((atom) => store.state.heap.has(atom));
  return isWritten ? limited(store, value, MAX_PARTS_OF_INPUT) : known.value;
}

function reduce(store: Store, value: Value): Reduction {
  const telling = limited(store, value, MAX_PARTS_OF_INPUT);
  const silent = [...value.atoms].flatMap(([key, { reach }]) =>
    reach !== 'content' && !telling.atoms.has(key) ? [key] : [],
  );
  return { value: telling, silent };
}

/** A value without what says nothing, and the keys of what was left out and can be written to. */
export interface Reduction {
  readonly value: Value;
  readonly silent: readonly string[];
}
