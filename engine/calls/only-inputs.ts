/** The part of a value that only the caller can call. */
import type { Atom } from '../values/atom.ts';
import { NOTHING, type Value } from '../values/value.ts';

export function onlyInputs(value: Value): Value {
  const atoms = new Map([...value.atoms].filter(([, atom]) => isInputValue(atom)));
  return atoms.size === 0 ? NOTHING : { ...NOTHING, atoms };
}

/** Whether an atom is the very value that a caller hands over, or a member of it. */
export const isInputValue = ({ origin, reach }: Atom): boolean =>
  origin.kind === 'input' && reach === 'value';
