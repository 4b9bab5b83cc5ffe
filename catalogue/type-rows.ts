/** Rows of a type hold wherever type rows say that its instances are found. */
import type { Models, Row } from '../engine/models/rows.ts';
import type { TypeRow } from './codeql.ts';

/** A type may be found at a type that is found at another: so far the chain is followed. */
const LONGEST_CHAIN = 4;

/** The rows that type rows add to the given ones. */
export function rowsAtTypes(models: Models, types: readonly TypeRow[]): Models {
  const places = placesOf(types);
  const moved = <R extends Row>(rows: readonly R[]): readonly R[] =>
    rows.flatMap((row) =>
      (places.get(row.type) ?? []).map((place) => ({
        ...row,
        type: place.from,
        path: joined(place.path, row.path),
      })),
    );
  return {
    sources: moved(models.sources),
    sinks: moved(models.sinks),
    propagators: moved(models.propagators),
    sanitizers: moved(models.sanitizers),
    guards: moved(models.guards),
  };
}

/** All places of each type, also those that lead through another type. */
function placesOf(types: readonly TypeRow[]): ReadonlyMap<string, readonly TypeRow[]> {
  let all = [...types];
  for (let round = 1; round < LONGEST_CHAIN; round += 1) {
    const known = new Set(all.map((row) => JSON.stringify(row)));
    const longer = all.flatMap((one) =>
      types
        .filter((other) => other.type === one.from)
        .map((other) => ({ type: one.type, from: other.from, path: joined(other.path, one.path) })),
    );
    const added = longer.filter((row) => !known.has(JSON.stringify(row)));
    if (added.length === 0) break;
    all = [...all, ...added];
  }
  const places = new Map<string, TypeRow[]>();
  for (const row of all) places.set(row.type, [...(places.get(row.type) ?? []), row]);
  return places;
}

const joined = (before: string, after: string): string =>
  [before, after].filter((path) => path !== '').join('.');
