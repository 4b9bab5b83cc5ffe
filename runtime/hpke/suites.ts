/** The suites that the runtime speaks, as tables by their registered numbers (RFC 9180 section 7, X-Wing draft). */

/** A key encapsulation mechanism: its number and its lengths in bytes. */
export const kems = {
  x25519: { id: 0x0020, publicKeyLength: 32, encLength: 32 },
  'x-wing': { id: 0x647a, publicKeyLength: 1216, encLength: 1120 },
} as const;

/** HKDF-SHA256, the only key derivation function. */
export const kdf = { id: 0x0001, hash: 'SHA-256', length: 32 } as const;

/** An AEAD: its number, its name and key format in WebCrypto. Nonce 12 and tag 16 bytes for all. */
export const aeads = {
  'aes-128-gcm': { id: 0x0001, algorithm: 'AES-GCM', keyFormat: 'raw', keyLength: 16 },
  'aes-256-gcm': { id: 0x0002, algorithm: 'AES-GCM', keyFormat: 'raw', keyLength: 32 },
  'chacha20-poly1305': { id: 0x0003, algorithm: 'ChaCha20-Poly1305', keyFormat: 'raw-secret', keyLength: 32 },
} as const;

export const nonceLength = 12;
export const tagLength = 16;

/** Names of the mechanisms that a processor can offer. */
export type KemName = keyof typeof kems;

/** Names of the AEADs that are spoken; a processor offers those of `aeadNames`. */
export type AeadName = keyof typeof aeads;

/** One choice of mechanism and AEAD; the key derivation function is fixed. */
export interface Suite {
  readonly kem: KemName;
  readonly aead: AeadName;
}

export const kemNames = ['x-wing', 'x25519'] as const satisfies readonly KemName[];

/** The AEADs of a key configuration. AES-128-GCM is left to the published exchanges: its keys are the shorter ones. */
export const aeadNames = ['aes-256-gcm', 'chacha20-poly1305'] as const satisfies readonly AeadName[];
