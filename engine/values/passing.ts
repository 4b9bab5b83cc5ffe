/**
 * Passing on: what objects hand to whoever listens, whether the listener came before or after. Within a unit it is
 * joined over all writes; a unit that has read less than was written in the end is run once more.
 */
import { isSamePassed } from '../keys.ts';
import { NOTHING, type Value, isSame, join } from './value.ts';

export interface Passing {
  /** What was written under a key of an object, by the object's id or the atom's key. */
  readonly written: Map<string, Map<string, Value>>;
  /** What readers were given, since the unit was run last. */
  readonly given: Map<string, Map<string, Value>>;
}

export function createPassing(): Passing {
  return { written: new Map(), given: new Map() };
}

/** What has been passed on so far, by anyone. */
export function receive({ written, given }: Passing, id: string, key: string): Value {
  const value = joined(written.get(id), key);
  const entries = entriesAt(given, id);
  // What is passed on only grows: who came first was given least.
  if (!entries.has(key)) entries.set(key, value);
  return value;
}

/** `replaces` where what was passed on so far has been cleaned. */
export function passOn({ written }: Passing, id: string, key: string, value: Value, replaces: boolean): void {
  const entries = entriesAt(written, id);
  entries.set(key, join(replaces ? NOTHING : (entries.get(key) ?? NOTHING), value));
}

/** What was passed on after someone had asked for it. */
export function missedBy({ written, given }: Passing): readonly Value[] {
  return [...given].flatMap(([id, entries]) =>
    [...entries].flatMap(([key, value]) => {
      const now = joined(written.get(id), key);
      return isSame(value, now) ? [] : [now];
    }),
  );
}

function joined(entries: ReadonlyMap<string, Value> | undefined, key: string): Value {
  let value = NOTHING;
  for (const [known, one] of entries ?? []) if (isSamePassed(known, key)) value = join(value, one);
  return value;
}

function entriesAt(all: Map<string, Map<string, Value>>, id: string): Map<string, Value> {
  const known = all.get(id);
  if (known !== undefined) return known;
  const entries = new Map<string, Value>();
  all.set(id, entries);
  return entries;
}
