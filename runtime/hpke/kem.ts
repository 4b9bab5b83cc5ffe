/** Key encapsulation by name, the recipient's side: one table of mechanisms, each with the same two functions. */
import type { Kem } from './key-pair.ts';
import type { KemName } from './suites.ts';
import { x25519 } from './x25519.ts';
import { xWing } from './x-wing.ts';

/** The mechanisms by name. */
export const mechanisms: Readonly<Record<KemName, Kem>> = { x25519, 'x-wing': xWing };
