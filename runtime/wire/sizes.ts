/** How much sealing adds: what a broker must know of a message that it cannot open. */
import { kems, tagLength } from '../hpke/suites.ts';
import type { KemName } from '../hpke/suites.ts';

/** Bytes of the header before an encapsulated key: key, KEM, KDF and AEAD identifiers. */
export const headerLength = 7;

/** Bytes of a response's nonce under every AEAD that processors offer (RFC 9458, section 4.4). */
const responseNonceLength = 32;

/** Bytes that a request may have around its input: control data, fields, and a chunk for each 4 KiB. */
const aroundInput = 1024;
const chunkLength = 4096;
const chunkOverhead = 4 + tagLength;

/** The largest sealed request, whole or in chunks, for an input of so many bytes. */
export function requestCap(kem: KemName, inputBytes: number): number {
  const chunks = Math.ceil(inputBytes / chunkLength) * chunkOverhead;
  return headerLength + kems[kem].encLength + aroundInput + inputBytes + chunks + tagLength;
}

/** Bytes that sealing adds to a response. */
export const responseOverhead = responseNonceLength + tagLength;
