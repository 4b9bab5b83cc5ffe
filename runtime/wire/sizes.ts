/** How much sealing adds: what a broker must know of a message that it cannot open. */
import { kems, keyLength, nonceLength, tagLength } from '../hpke/suites.ts';
import type { KemName } from '../hpke/suites.ts';

/** Bytes of the header before an encapsulated key: key, KEM, KDF and AEAD identifiers. */
export const headerLength = 7;

/** Bytes of the response's nonce, and of the secret exported for it (RFC 9458, section 4.4). */
export const secretLength = Math.max(keyLength, nonceLength);

/** Bytes that sealing adds to a request under this mechanism. */
export function requestOverhead(kem: KemName): number {
  return headerLength + kems[kem].encLength + tagLength;
}

/** Bytes that sealing adds to a response. */
export const responseOverhead = secretLength + tagLength;
