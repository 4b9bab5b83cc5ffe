/** Sanitizers of limited effect: labels stay, and may no longer reach some kinds. */
import { makeAtom, type NodeNumbers } from './atom.ts';
import { type Value, mapAtoms } from './value.ts';

/** What a row with `kinds` or `labels` clears, as atoms remember it. Empty where it clears everything. */
export function clearedBy(row: {
  readonly kinds?: readonly string[];
  readonly labels?: readonly string[];
}): readonly string[] {
  return [
    ...(row.kinds ?? []).map((kind) => `kind:${kind}`),
    ...(row.labels ?? []).map((label) => `label:${label}`),
  ];
}

/** The value without what rows clear: a label, or the right of a label to reach a kind. */
export function clearedValue(numbers: NodeNumbers, value: Value, cleared: readonly string[]): Value {
  return mapAtoms(value, (one) => {
    const all = [...new Set([...one.cleared, ...cleared])].sort();
    return { ...makeAtom(numbers, { ...one, cleared: all }), trace: one.trace };
  });
}
