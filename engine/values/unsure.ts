/** What may happen or not: one of several callees, a callback. What it writes joins what was there. */
import type { Atom } from './atom.ts';
import { isDerived } from './cleared.ts';
import { isEcho } from './copies.ts';
import type { Value } from './value.ts';

export interface Unsure {
  /** How many calls are being made of which each may not happen. */
  depth: number;
  /** The same, and those whose writes are joined otherwise: what they leave to callers may not happen either. */
  calls: number;
  /** Objects that these calls have made: nobody has written to them before. */
  readonly made: Set<string>;
}

export const createUnsure = (): Unsure => ({ depth: 0, calls: 0, made: new Set() });

/** Makes a call that may not happen. */
export function unsurely<Result>({ unsure }: { readonly unsure: Unsure }, run: () => Result): Result {
  unsure.depth += 1;
  try {
    return perhaps({ unsure }, run);
  } finally {
    unsure.depth -= 1;
    if (unsure.depth === 0) unsure.made.clear();
  }
}

/** Makes a call that may not happen, and whose writes the caller joins. */
export function perhaps<Result>({ unsure }: { readonly unsure: Unsure }, run: () => Result): Result {
  unsure.calls += 1;
  try {
    return run();
  } finally {
    unsure.calls -= 1;
  }
}

/** Whether a write may replace what a value held before. */
export function mayReplace({ depth, made }: Unsure, { objects, atoms }: Value): boolean {
  if (depth === 0) return true;
  for (const id of objects.keys()) if (!made.has(id)) return false;
  return objects.size > 0 && [...atoms.values()].every(isBeside);
}

const isBeside = (atom: Atom): boolean => isEcho(atom) || isDerived(atom);
