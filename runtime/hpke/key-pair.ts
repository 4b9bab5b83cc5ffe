/** What a key encapsulation mechanism has: key pairs of native keys, and what their holder does with them. Types only. */
import type { Bytes } from '../bytes.ts';

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

/** What encapsulation gives the sender. */
export interface Encapsulated {
  readonly sharedSecret: Bytes;
  readonly enc: Bytes;
}
