/** A policy as it is given: a member that is misspelt, or of another type than its own, would ask for nothing. */
import { StatelessError } from '../error.ts';
import { as, number, text } from '../shape.ts';
import type { Read } from '../shape.ts';

/** A digest of so many bytes, in lower-case hexadecimal. */
export const digest = (bytes: number): Read<string> => text(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

/** Milliseconds; NaN is none. */
export const span = as(number, (value) => (value >= 0 ? value : undefined));

/**
 * Checks that a policy has the members that it needs, each of its type, and no other.
 *
 * @throws StatelessError `ERR_POLICY` with the name of the member
 */
export function checkPolicy<Of extends object>(policy: Of, members: Record<keyof Of, Read<unknown>>): void {
  const given = new Map<string, unknown>(Object.entries(policy));
  const readers = new Map<string, Read<unknown>>(Object.entries(members));
  for (const name of new Set([...given.keys(), ...readers.keys()])) {
    const fault = (): Error => new StatelessError('ERR_POLICY', name);
    const read = readers.get(name);
    if (read === undefined) throw fault();
    read(given.get(name), fault);
  }
}
