/** How much sealing adds: what a broker must know of a message that it cannot open. */
import { aeadNames, kems, tagLength } from '../hpke/suites.ts';
import type { KemName } from '../hpke/suites.ts';
import { aroundInput } from './bounds.ts';

/** Bytes of the header before an encapsulated key: key, KEM, KDF and AEAD identifiers. */
const headerLength = 7;

/** Bytes of a response's nonce under every AEAD that processors offer (RFC 9458, section 4.4). */
export const responseNonceLength = 32;

/** A chunk for each 4 KiB of an input. */
const chunkLength = 4096;
const chunkOverhead = 4 + tagLength;

/** Bytes of a whole sealed request. */
export function requestSize(kem: KemName, plaintext: number): number {
  return headerLength + kems[kem].encLength + plaintext + tagLength;
}

/** The largest sealed request, whole or in chunks, for an input of so many bytes. */
export function requestCap(kem: KemName, inputBytes: number): number {
  const chunks = Math.ceil(inputBytes / chunkLength) * chunkOverhead;
  return requestSize(kem, aroundInput + inputBytes + chunks);
}

/** Bytes that sealing adds to a response. */
export const responseOverhead = responseNonceLength + tagLength;

/** Bytes of a key configuration: identifiers, public key, and the list of suites behind its length. */
export function keyConfigLength(kem: KemName): number {
  return 3 + kems[kem].publicKeyLength + 2 + 4 * aeadNames.length;
}

/** What the frames of a streamed response can be, in bytes: its nonce, its head, its chunks by class, its end. */
export interface StreamSizes {
  readonly opening: readonly number[];
  readonly chunks: readonly number[];
  readonly final: number;
}

/** Bytes of the sealed head: indicator, status, one field line, terminator, behind a length of one byte. */
const streamHeadLength = 1 + 34 + tagLength;

/** The frames of a streamed response under these size classes. */
export function streamSizes(sizeClasses: readonly number[]): StreamSizes {
  const piece = (size: number): number => varintLength(size) + size;
  const chunk = (size: number): number => varintLength(piece(size) + tagLength) + piece(size) + tagLength;
  return {
    opening: [responseNonceLength, streamHeadLength],
    chunks: sizeClasses.map(chunk),
    final: 1 + piece(sizeClasses[0] ?? 0) + 2 + tagLength,
  };
}

// RFC 9000, section 16
function varintLength(value: number): number {
  return value < 0x40 ? 1 : value < 0x4000 ? 2 : 4;
}
