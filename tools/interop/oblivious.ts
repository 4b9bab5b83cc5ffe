/** Oblivious HTTP (RFC 9458) written a second time, over Node's own crypto and a peer's HPKE, to meet ours from outside. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { CipherGCMTypes } from 'node:crypto';
import { concat, integer, utf8 } from '../../runtime/bytes.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import { aeads, kdf, kems } from '../../runtime/hpke/index.ts';
import type { AeadName, Suite } from '../../runtime/hpke/index.ts';
import type { Exporter } from './peers.ts';

const ciphers = {
  'aes-128-gcm': 'aes-128-gcm',
  'aes-256-gcm': 'aes-256-gcm',
  'chacha20-poly1305': 'chacha20-poly1305',
} as const satisfies Record<AeadName, string>;

/** The 7 bytes before an encapsulated key. */
export function headerOf({ kem, aead }: Suite): Bytes {
  return concat(integer(0, 1), integer(kems[kem].id, 2), integer(kdf.id, 2), integer(aeads[aead].id, 2));
}

/** HPKE info of a request. */
export function infoOf(header: Bytes): Bytes {
  return concat(utf8('message/bhttp request'), integer(0, 1), header);
}

/** Seals a response. */
export async function sealResponse(
  aead: AeadName,
  enc: Bytes,
  exporter: Exporter,
  plaintext: Bytes,
): Promise<Bytes> {
  const nonce = Uint8Array.from(randomBytes(secretLength(aead)));
  const keys = await responseKeys(aead, enc, nonce, exporter);
  const cipher = createCipheriv(cipherOf(aead), keys.key, keys.iv, { authTagLength: 16 });
  return concat(nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag());
}

/** Opens a response. */
export async function openResponse(
  aead: AeadName,
  enc: Bytes,
  exporter: Exporter,
  sealed: Bytes,
): Promise<Bytes> {
  const length = secretLength(aead);
  const keys = await responseKeys(aead, enc, sealed.slice(0, length), exporter);
  const decipher = createDecipheriv(cipherOf(aead), keys.key, keys.iv, { authTagLength: 16 });
  decipher.setAuthTag(sealed.slice(-16));
  return concat(decipher.update(sealed.slice(length, -16)), decipher.final());
}

function secretLength(aead: AeadName): number {
  return Math.max(12, aeads[aead].keyLength);
}

// The types of node:crypto know ChaCha20-Poly1305 and GCM apart; the calls are the same.
function cipherOf(aead: AeadName): CipherGCMTypes {
  const name: string = ciphers[aead];
  return name as CipherGCMTypes;
}

async function responseKeys(
  aead: AeadName,
  enc: Bytes,
  nonce: Bytes,
  exporter: Exporter,
): Promise<{ key: Bytes; iv: Bytes }> {
  const secret = await exporter(utf8('message/bhttp response'), secretLength(aead));
  const salt = concat(enc, nonce);
  const expand = (info: string, length: number): Bytes =>
    new Uint8Array(hkdfSync('sha256', secret, salt, info, length));
  return { key: expand('key', aeads[aead].keyLength), iv: expand('nonce', 12) };
}
