/** Test keys with known private parts, as native keys: the runtime itself never imports a private key. */
import { createHash } from 'node:crypto';
import type { Bytes } from '../../runtime/bytes.ts';
import { concat } from '../../runtime/bytes.ts';
import type { KemKeyPair } from '../../runtime/hpke/index.ts';

const x25519Prefix = Uint8Array.from(Buffer.from('302e020100300506032b656e04220420', 'hex'));

/** An X25519 private key from its 32 bytes. */
export async function importX25519(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', concat(x25519Prefix, raw), 'X25519', false, ['deriveBits']);
}

/** An ML-KEM-768 private key from its 64-byte seed. */
export async function importMlKem(seed: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw-seed', seed, 'ML-KEM-768', false, ['decapsulateBits']);
}

/** An X-Wing pair from its 32-byte seed: SHAKE256 expands it to the two private keys. */
export async function importXWing(seed: Bytes, publicKey: Bytes): Promise<KemKeyPair> {
  const expanded = Uint8Array.from(createHash('shake256', { outputLength: 96 }).update(seed).digest());
  return {
    publicKey,
    privateKeys: {
      mlKem: await importMlKem(expanded.slice(0, 64)),
      x25519: await importX25519(expanded.slice(64)),
    },
  };
}
