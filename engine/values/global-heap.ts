/** What outlives a call: module-level bindings, fields of classes, objects that module code keeps. Joined over all writes. */
import { type AbstractObject, NOTHING, type Value, isSame, join, joinAll } from './value.ts';

/** What an id begins with whose value belongs to no file: the whole program shares it. */
export const SHARED = 'shared:';

/** The number of the function that reads or writes. */
type Party = number;

export interface GlobalHeap {
  /** Everything written under the key, by anyone but `except`. */
  read(id: string, key: string, reader: Party, except?: Party): Value;
  keys(id: string, reader: Party): readonly string[];
  write(id: string, key: string, value: Value, writer: Party): void;
}

export interface HeapHooks {
  /** A reader has seen less than there is now. */
  readonly changed: (reader: Party) => void;
  /** Under this id a label may be from now on. */
  readonly labelled: (id: string) => void;
  /** What lives under the id leads to an object, and to what lives under that one's id. */
  readonly holds: (id: string, held: AbstractObject) => void;
}

export function createGlobalHeap({ changed, labelled, holds }: HeapHooks): GlobalHeap {
  const places = new Map<string, Place>();
  const placeOf = (id: string): Place => getOrAdd(places, id, createPlace);
  return {
    read(id, key, reader, except) {
      const place = placeOf(id);
      place.readers.add(reader);
      const field = place.fields.get(key);
      return field === undefined ? NOTHING : readField(field, except);
    },
    keys(id, reader) {
      const place = placeOf(id);
      place.readers.add(reader);
      return (place.keys ??= [...place.fields.keys()].sort());
    },
    write(id, key, value, writer) {
      const place = placeOf(id);
      if (!place.fields.has(key)) place.keys = undefined;
      const { writers, joined } = getOrAdd(place.fields, key, createField);
      const before = writers.get(writer);
      const after = join(before ?? NOTHING, value);
      if (before !== undefined && isSame(before, after)) return;
      writers.set(writer, after);
      joined.clear();
      if (after.atoms.size > 0) labelled(id);
      for (const held of after.objects.values()) holds(id, held);
      // A unit that has read before it writes may read its own writes the next time that it is called.
      for (const reader of [...place.readers].sort((a, b) => a - b)) changed(reader);
    },
  };
}

/** What lives under one id. */
interface Place {
  readonly fields: Map<string, GlobalField>;
  readonly readers: Set<Party>;
  /** In order; undefined when a field has come since they were asked for. */
  keys: readonly string[] | undefined;
}

interface GlobalField {
  readonly writers: Map<Party, Value>;
  /** Joined over all writers but one. Most fields are read far more often than they grow. */
  readonly joined: Map<Party | undefined, Value>;
}

const createPlace = (): Place => ({ fields: new Map(), readers: new Set(), keys: undefined });
const createField = (): GlobalField => ({ writers: new Map(), joined: new Map() });

function readField({ writers, joined }: GlobalField, except: Party | undefined): Value {
  // Who has not written leaves nothing out.
  const left = except !== undefined && writers.has(except) ? except : undefined;
  const known = joined.get(left);
  if (known !== undefined) return known;
  const value = joinAll([...writers].flatMap(([writer, written]) => (writer === left ? [] : [written])));
  joined.set(left, value);
  return value;
}

function getOrAdd<Key, Item>(map: Map<Key, Item>, key: Key, create: () => Item): Item {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}
