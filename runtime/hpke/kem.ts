/** Key encapsulation by name, the recipient's side: one table of mechanisms, each with the same two functions. */
import type { Bytes } from '../bytes.ts';
import type { KemName } from './suites.ts';
import { x25519 } from './x25519.ts';
import { xWing } from './x-wing.ts';

/** The private half: native keys, not extractable when `generate` made them. X-Wing has both. */
export interface PrivateKeys {
  readonly x25519: CryptoKey;
  readonly mlKem?: CryptoKey;
}

/** A recipient's key pair: the serialised public key, and native private keys. */
export interface KemKeyPair {
  readonly publicKey: Bytes;
  readonly privateKeys: PrivateKeys;
}

/** One mechanism, for who has the private keys. */
export interface Kem {
  readonly generate: () => Promise<KemKeyPair>;
  readonly decapsulate: (enc: Bytes, pair: KemKeyPair) => Promise<Bytes>;
}

/** The mechanisms by name. */
export const mechanisms: Readonly<Record<KemName, Kem>> = { x25519, 'x-wing': xWing };
