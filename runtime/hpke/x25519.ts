/** DHKEM(X25519, HKDF-SHA256), RFC 9180 section 4.1, on native keys: what both sides share. */
import { concat, integer, utf8, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { importHmacKey, labeledExpand, labeledExtract } from './hkdf.ts';
import { kdf, kems } from './suites.ts';

const suiteId = concat(utf8('KEM'), integer(kems.x25519.id, 2));

/** A fresh X25519 pair whose private key cannot be exported. */
export async function generateX25519(): Promise<{ readonly raw: Bytes; readonly privateKey: CryptoKey }> {
  const pair = await crypto.subtle.generateKey('X25519', false, ['deriveBits']);
  if (pair instanceof CryptoKey) throw new TypeError('X25519 gives a key pair');
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { raw, privateKey: pair.privateKey };
}

/** X25519(private key, public key); a low-order public key is refused (RFC 9180, section 7.1.4). */
export async function agree(privateKey: CryptoKey, publicKey: Bytes): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('raw', publicKey, { name: 'X25519' }, true, []);
  const bits = await crypto.subtle.deriveBits({ name: 'X25519', public: imported }, privateKey, 256);
  const shared = new Uint8Array(bits);
  if (shared.every((byte) => byte === 0)) throw new TypeError('The public key has a low order');
  return shared;
}

/** ExtractAndExpand of section 4.1; the agreed secret is wiped. */
export async function extractAndExpand(dh: Bytes, kemContext: Bytes): Promise<Bytes> {
  const raw = await labeledExtract(suiteId, new Uint8Array(0), 'eae_prk', dh);
  const prk = await importHmacKey(raw);
  const sharedSecret = await labeledExpand(suiteId, prk, 'shared_secret', kemContext, kdf.length);
  wipe(dh, raw);
  return sharedSecret;
}
