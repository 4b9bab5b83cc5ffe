/** What outlives a call: module-level bindings, fields of classes, objects that module code keeps. Joined over all writes. */
import { NOTHING, type Value, isSame, join, joinAll } from './value.ts';

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

/** `changed` is told which readers saw less than there is now; `labelled` under which id a label may be from now on. */
export function createGlobalHeap(
  changed: (reader: Party) => void,
  labelled: (id: string) => void,
): GlobalHeap {
  const children = new Map<string, Map<string, Map<Party, Value>>>();
  const readers = new Map<string, Set<Party>>();
  const noteReader = (id: string, reader: Party): void => {
    getOrAdd(readers, id, () => new Set<Party>()).add(reader);
  };
  return {
    read(id, key, reader, except) {
      noteReader(id, reader);
      const values: Value[] = [];
      for (const [writer, written] of children.get(id)?.get(key) ?? []) {
        if (writer !== except) values.push(written);
      }
      return joinAll(values);
    },
    keys(id, reader) {
      noteReader(id, reader);
      return [...(children.get(id)?.keys() ?? [])].sort();
    },
    write(id, key, value, writer) {
      const fields = getOrAdd(children, id, () => new Map<string, Map<Party, Value>>());
      const writers = getOrAdd(fields, key, () => new Map<Party, Value>());
      const before = writers.get(writer);
      const after = join(before ?? NOTHING, value);
      if (before !== undefined && isSame(before, after)) return;
      writers.set(writer, after);
      if (after.atoms.size > 0) labelled(id);
      // A unit that has read before it writes may read its own writes the next time that it is called.
      for (const reader of [...(readers.get(id) ?? [])].sort((a, b) => a - b)) changed(reader);
    },
  };
}

function getOrAdd<Key, Item>(map: Map<Key, Item>, key: Key, create: () => Item): Item {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}
