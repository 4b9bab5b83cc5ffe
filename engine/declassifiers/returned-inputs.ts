/** What a function gives back as it came in: the part of its result that no reason can release. */
import type { Summary } from '../summary.ts';
import type { Atom } from '../values/atom.ts';
import { NOTHING, type Value, valueOfAtoms } from '../values/value.ts';

/** The inputs that a summary's result hands back untouched, at any depth. */
export function returnedInputs(summary: Summary): readonly Atom[] {
  const found = new Map<string, Atom>();
  const seen = new Set<string>();
  const pending: Value[] = [summary.result];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    for (const atom of value.atoms.values()) if (isArgument(atom)) found.set(atom.key, atom);
    for (const { id } of value.objects.values()) {
      if (seen.has(id)) continue;
      seen.add(id);
      for (const field of summary.heap.get(id)?.values() ?? []) pending.push(field.value);
    }
  }
  return [...found.values()];
}

function isArgument({ origin, reach }: Atom): boolean {
  return (
    reach === 'value' &&
    origin.kind === 'input' &&
    (origin.root.kind === 'argument' || origin.root.kind === 'rest')
  );
}

/** The summary of a function that releases what it makes: only what it hands back untouched comes out. */
export function released(summary: Summary): Summary {
  const inputs = returnedInputs(summary);
  return { ...summary, result: inputs.length === 0 ? NOTHING : valueOfAtoms(inputs) };
}
