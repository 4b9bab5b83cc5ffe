/** What whole and chunked Oblivious HTTP share (RFC 9458, section 4): the header, the HPKE set-up, the response's keys. */
import { concat, integer, utf8, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { importAeadKey, nonces } from '../hpke/aead.ts';
import type { openWith } from '../hpke/aead.ts';
import { identifiers } from '../hpke/context.ts';
import type { HpkeContext } from '../hpke/context.ts';
import { expand, extract, importHmacKey } from '../hpke/hkdf.ts';
import { aeads, nonceLength } from '../hpke/suites.ts';
import type { AeadName, Suite } from '../hpke/suites.ts';

/** Labels of the two forms: of the request as HPKE info, of the response as exporter context. */
export const labels = {
  whole: { request: 'message/bhttp request', response: 'message/bhttp response' },
  chunked: { request: 'message/bhttp chunked request', response: 'message/bhttp chunked response' },
} as const;

/** What both sides need for the response: the context of the request, and the encapsulated key as its salt. */
export interface Exchange {
  readonly suite: Suite;
  readonly enc: Bytes;
  readonly context: HpkeContext;
}

/** Bytes of the header before an encapsulated key. */
export const headerLength = 7;

/** Bytes of the response's nonce, and of the secret exported for it: max(Nn, Nk). */
export function secretLength(aead: AeadName): number {
  return Math.max(nonceLength, aeads[aead].keyLength);
}

/** Seals or opens the pieces of a response in their order. */
export type Crypt = (bytes: Bytes, aad: Bytes) => Promise<Bytes>;

/** The response's AEAD, under key and nonces of its own (section 4.4): `sealWith` or `openWith`. */
export async function responseCrypt(
  { suite: { aead }, enc, context }: Exchange,
  label: string,
  responseNonce: Bytes,
  crypt: typeof openWith,
): Promise<Crypt> {
  const secret = await context.export(utf8(label), secretLength(aead));
  const prk = await extract(concat(enc, responseNonce), secret);
  const prkKey = await importHmacKey(prk);
  const raw = await expand(prkKey, utf8('key'), aeads[aead].keyLength);
  const next = nonces(await expand(prkKey, utf8('nonce'), nonceLength));
  const key = await importAeadKey(aead, raw);
  wipe(secret, prk, raw);
  return (bytes, aad) => crypt(key, next(), aad, bytes);
}

/** hdr = key_id (1) || kem_id (2) || kdf_id (2) || aead_id (2) */
export function writeHeader(keyId: number, suite: Suite): Bytes {
  return concat(integer(keyId, 1), identifiers(suite));
}

/** info = label || 0x00 || hdr */
export function infoOf(label: string, header: Bytes): Bytes {
  return concat(utf8(label), integer(0, 1), header);
}
