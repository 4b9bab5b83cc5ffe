/** What whole and chunked Oblivious HTTP share (RFC 9458, section 4): the header, the HPKE set-up, the response's keys. */
import { concat, integer, utf8, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { importAeadKey } from '../hpke/aead.ts';
import type { HpkeContext } from '../hpke/context.ts';
import { expand, extract, importHmacKey } from '../hpke/hkdf.ts';
import { aeads, kdf, kems, nonceLength } from '../hpke/suites.ts';
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

/** The AEAD key and base nonce of the response (section 4.4). */
export async function responseKeys(
  exchange: Exchange,
  label: string,
  responseNonce: Bytes,
): Promise<{ readonly key: CryptoKey; readonly nonce: Bytes }> {
  const { aead } = exchange.suite;
  const secret = await exchange.context.export(utf8(label), secretLength(aead));
  const prk = await extract(concat(exchange.enc, responseNonce), secret);
  const prkKey = await importHmacKey(prk);
  const [raw, nonce] = await Promise.all([
    expand(prkKey, utf8('key'), aeads[aead].keyLength),
    expand(prkKey, utf8('nonce'), nonceLength),
  ]);
  const key = await importAeadKey(aead, raw);
  wipe(secret, prk, raw);
  return { key, nonce };
}

/** hdr = key_id (1) || kem_id (2) || kdf_id (2) || aead_id (2) */
export function writeHeader(keyId: number, { kem, aead }: Suite): Bytes {
  return concat(integer(keyId, 1), integer(kems[kem].id, 2), integer(kdf.id, 2), integer(aeads[aead].id, 2));
}

/** info = label || 0x00 || hdr */
export function infoOf(label: string, header: Bytes): Bytes {
  return concat(utf8(label), integer(0, 1), header);
}
