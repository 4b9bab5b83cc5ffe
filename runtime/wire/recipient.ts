/** Oblivious HTTP for who has the key: whole (RFC 9458, section 4), or in chunks (the draft on chunked OHTTP). */
import { concat, isEqual, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import { sealWith } from '../hpke/aead.ts';
import { setupRecipient } from '../hpke/recipient.ts';
import type { KemKeyPair } from '../hpke/key-pair.ts';
import { aeadNames, kems, tagLength } from '../hpke/suites.ts';
import type { AeadName, KemName } from '../hpke/suites.ts';
import { noAad, opener, sealer } from './chunked.ts';
import type { Step } from './chunked.ts';
import { headerLength, infoOf, labels, responseCrypt, secretLength, writeHeader } from './exchange.ts';
import type { Exchange } from './exchange.ts';
import { sessionKeyId } from './key-config.ts';
import { splitChunks } from './split-chunks.ts';

/** A one-time key pair and what was offered with it. */
export interface Recipient {
  readonly kem: KemName;
  readonly pair: KemKeyPair;
  /** 0 unless a published exchange has another one. */
  readonly keyId?: number;
  /** The AEADs of the offer; those of the runtime unless a published exchange has others. */
  readonly aeads?: readonly AeadName[];
}

/** A request after it was opened. */
export interface Opened {
  readonly plaintext: Bytes;
  readonly exchange: Exchange;
}

/**
 * Opens a request with the one-time key pair.
 *
 * @throws StatelessError `ERR_OPEN`, the same for every reason.
 */
export async function openRequest(recipient: Recipient, sealed: Bytes): Promise<Opened> {
  const { exchange, rest } = await accept(recipient, sealed, labels.whole.request);
  return { plaintext: await exchange.context.open(rest), exchange };
}

/** Seals the response to a request; its nonce is made here and never by a handler. */
export async function sealResponse(exchange: Exchange, plaintext: Bytes, fixed?: Bytes): Promise<Bytes> {
  const responseNonce = fixed ?? freshNonce(exchange);
  const seal = await responseCrypt(exchange, labels.whole.response, responseNonce, sealWith);
  return concat(responseNonce, await seal(plaintext, noAad));
}

/**
 * Opens a request in chunks, each as soon as it is there.
 *
 * @param cap bytes of plaintext after which no more is read: the caller finds that it is too long
 * @throws StatelessError `ERR_OPEN` for every reason, among them that its final chunk is missing.
 */
export async function openChunkedRequest(
  recipient: Recipient,
  sealed: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  cap: number,
): Promise<Opened> {
  const leading = headerLength + kems[recipient.kem].encLength;
  const chunks = splitChunks(sealed, cap + tagLength, leading);
  const first = await chunks.next();
  if (first.done === true) throw new StatelessError('ERR_OPEN');
  const { exchange } = await accept(recipient, first.value.bytes, labels.chunked.request);
  const open = opener((bytes, aad) => exchange.context.open(bytes, aad));
  const pieces: Bytes[] = [];
  let left = cap;
  for await (const { bytes, isFinal } of chunks) {
    const piece = await open(bytes, isFinal);
    pieces.push(piece);
    left -= piece.length;
    if (left < 0) break;
  }
  const plaintext = concat(...pieces);
  wipe(...pieces);
  return { plaintext, exchange };
}

/** Starts a response in chunks: its nonce, which goes first, and the sealer of its pieces. */
export async function startResponse(
  exchange: Exchange,
  fixed?: Bytes,
): Promise<{ readonly opening: Bytes; readonly seal: Step }> {
  const opening = fixed ?? freshNonce(exchange);
  return { opening, seal: sealer(await responseCrypt(exchange, labels.chunked.response, opening, sealWith)) };
}

async function accept(
  { kem, pair, keyId = sessionKeyId, aeads = aeadNames }: Recipient,
  sealed: Bytes,
  label: string,
): Promise<{ readonly exchange: Exchange; readonly rest: Bytes }> {
  const header = sealed.slice(0, headerLength);
  const aead = aeads.find((name) => isEqual(writeHeader(keyId, { kem, aead: name }), header));
  const end = headerLength + kems[kem].encLength;
  if (aead === undefined || sealed.length < end) throw new StatelessError('ERR_OPEN');
  const suite = { kem, aead };
  const enc = sealed.slice(headerLength, end);
  const context = await setupRecipient(suite, pair, enc, infoOf(label, header));
  return { exchange: { suite, enc, context }, rest: sealed.slice(end) };
}

function freshNonce({ suite }: Exchange): Bytes {
  return crypto.getRandomValues(new Uint8Array(secretLength(suite.aead)));
}
