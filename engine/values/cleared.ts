/** Sanitizers of limited effect: labels stay, and may no longer reach some kinds. */
import { type Atom, makeAtom, type NodeNumbers } from './atom.ts';
import { type Value, mapAtoms } from './value.ts';

/** What a row of a sanitizer or a guard limits its effect to. */
interface Limited {
  readonly kinds?: readonly string[];
  readonly labels?: readonly string[];
}

/** What a row with `kinds` or `labels` clears, as atoms remember it. Empty where it clears everything. */
export function clearedBy({ kinds, labels }: Limited): readonly string[] {
  if (kinds === undefined) return (labels ?? []).map((label) => `label:${label}`);
  if (labels === undefined) return kinds.map((kind) => `kind:${kind}`);
  return kinds.flatMap((kind) => labels.map((label) => `kind:${kind} label:${label}`));
}

/** On an atom: of its labels only `derived` is left, since plaintext has decided it and is not in it. */
export const DERIVED = 'derived';

export const isDerived = ({ cleared }: Pick<Atom, 'cleared'>): boolean => cleared.includes(DERIVED);

/** Whether a label may no longer reach a kind of sinks. Of an input, `label` is not known yet. */
export function isCleared(cleared: readonly string[], kind: string, label: string | undefined): boolean {
  if (cleared.length === 0) return false;
  if (cleared.includes(`kind:${kind}`)) return true;
  return (
    label !== undefined &&
    (cleared.includes(`label:${label}`) || cleared.includes(`kind:${kind} label:${label}`))
  );
}

/** The value without what rows clear: a label, or the right of a label to reach a kind. */
export function clearedValue(numbers: NodeNumbers, value: Value, cleared: readonly string[]): Value {
  return mapAtoms(value, (one) => {
    const all = [...new Set([...one.cleared, ...cleared])].sort();
    return { ...makeAtom(numbers, { ...one, cleared: all }), trace: one.trace };
  });
}
