/** Rows for tests that only mark places: the kind of a sink tells which row was found. */
import type { ModelNode } from '../../../engine/models/index-face.ts';
import type { Models } from '../../../engine/models/rows.ts';

export const NO_ROWS: Models = { sources: [], sinks: [], propagators: [], sanitizers: [], guards: [] };

/** A mark is a type, a path, and the versions that it holds for. */
export type Mark = readonly [type: string, path: string, versions?: string];

export function marks(rows: Readonly<Record<string, Mark>>): Models {
  const sinks = Object.entries(rows).map(([kind, [type, path, versions]]) =>
    versions === undefined ? { type, path, kind } : { type, path, kind, versions },
  );
  return { ...NO_ROWS, sinks };
}

/** The marks that stand at nodes, in order of the alphabet. */
export function marksAt(nodes: readonly (ModelNode | undefined)[]): readonly string[] {
  return [...new Set(nodes.flatMap((node) => node?.sinks.map(({ kind }) => kind) ?? []))].sort();
}
