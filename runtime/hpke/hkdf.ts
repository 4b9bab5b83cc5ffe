/** HKDF-SHA256 (RFC 5869) in its two steps, and the labelled forms of RFC 9180 section 4. */
import { concat, integer, utf8, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { kdf } from './suites.ts';

const version = utf8('HPKE-v1');

/** Extract(salt, ikm): an empty salt stands for as many zeros as the hash is long. */
export async function extract(salt: Uint8Array, ikm: Uint8Array): Promise<Bytes> {
  const key = salt.length === 0 ? new Uint8Array(kdf.length) : concat(salt);
  return hmac(await importHmacKey(key), concat(ikm));
}

/** Expand(prk, info, length), at most 255 blocks. */
export async function expand(prk: CryptoKey, info: Uint8Array, length: number): Promise<Bytes> {
  const blocks: Bytes[] = [];
  let previous: Bytes = new Uint8Array(0);
  for (let counter = 1; blocks.length * kdf.length < length; counter += 1) {
    previous = await hmac(prk, concat(previous, info, integer(counter, 1)));
    blocks.push(previous);
  }
  const expanded = concat(...blocks).slice(0, length);
  wipe(...blocks);
  return expanded;
}

/** LabeledExtract(salt, label, ikm) under a suite_id. */
export async function labeledExtract(
  suiteId: Uint8Array,
  salt: Uint8Array,
  label: string,
  ikm: Uint8Array,
): Promise<Bytes> {
  return extract(salt, concat(version, suiteId, utf8(label), ikm));
}

/** LabeledExpand(prk, label, info, length) under a suite_id. */
export async function labeledExpand(
  suiteId: Uint8Array,
  prk: CryptoKey,
  label: string,
  info: Uint8Array,
  length: number,
): Promise<Bytes> {
  return expand(prk, concat(integer(length, 2), version, suiteId, utf8(label), info), length);
}

/** Imports the bytes of a key of HMAC. */
export async function importHmacKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: kdf.hash }, false, ['sign']);
}

async function hmac(key: CryptoKey, data: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, data));
}
