/** The part of a value that only the caller can call. */
import { NOTHING, type Value } from '../values/value.ts';

export function onlyInputs(value: Value): Value {
  const atoms = new Map(
    [...value.atoms].filter(([, atom]) => atom.origin.kind === 'input' && atom.reach === 'value'),
  );
  return atoms.size === 0 ? NOTHING : { ...NOTHING, atoms };
}
