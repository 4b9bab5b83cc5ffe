/** One AEAD call in WebCrypto: keys are imported once, and cannot be exported. */
import { integer } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import { aeads } from './suites.ts';
import type { AeadName } from './suites.ts';

/** Imports the raw bytes of a key. */
export async function importAeadKey(aead: AeadName, raw: Bytes): Promise<CryptoKey> {
  const { algorithm, keyFormat } = aeads[aead];
  return crypto.subtle.importKey(keyFormat, raw, { name: algorithm }, false, ['encrypt', 'decrypt']);
}

/** The ciphertext followed by its 16-byte tag. */
export async function sealWith(key: CryptoKey, nonce: Bytes, aad: Bytes, plaintext: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt(parameters(key, nonce, aad), key, plaintext));
}

/**
 * The plaintext.
 *
 * @throws StatelessError `ERR_OPEN`, the same for every reason.
 */
export async function openWith(key: CryptoKey, nonce: Bytes, aad: Bytes, ciphertext: Bytes): Promise<Bytes> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters(key, nonce, aad), key, ciphertext));
  } catch {
    throw new StatelessError('ERR_OPEN');
  }
}

/** The nonces of one key in order: base XOR I2OSP(count, Nn). 32 bits are more messages than any session has. */
export function nonces(base: Bytes): () => Bytes {
  let next = 0;
  return () => {
    if (next > 0xffff_fffe) throw new StatelessError('ERR_OPEN');
    const count = integer(next, 4);
    next += 1;
    const offset = base.length - count.length;
    return base.map((byte, index) => byte ^ (count[index - offset] ?? 0));
  };
}

function parameters(
  key: CryptoKey,
  nonce: Bytes,
  aad: Bytes,
): { name: string; iv: Bytes; additionalData: Bytes; tagLength: number } {
  return { name: key.algorithm.name, iv: nonce, additionalData: aad, tagLength: 128 };
}
