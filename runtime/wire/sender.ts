/** Oblivious HTTP for who sends the request: whole (RFC 9458, section 4), or in chunks (the draft on chunked OHTTP). */
import { concat } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { openWith } from '../hpke/aead.ts';
import type { KemKeyPair } from '../hpke/key-pair.ts';
import { setupSender } from '../hpke/sender.ts';
import type { AeadName } from '../hpke/suites.ts';
import { noAad, opener, sealer } from './chunked.ts';
import type { Step } from './chunked.ts';
import { infoOf, labels, responseCrypt, secretLength, writeHeader } from './exchange.ts';
import type { Exchange } from './exchange.ts';
import type { KeyConfig } from './key-config.ts';
import { splitChunks } from './split-chunks.ts';

/** Seals a request for the key of an offer; a published exchange fixes the ephemeral key pair. */
export async function sealRequest(
  config: KeyConfig,
  aead: AeadName,
  plaintext: Bytes,
  ephemeral?: KemKeyPair,
): Promise<{ readonly sealed: Bytes; readonly exchange: Exchange }> {
  const { opening, exchange } = await start(config, aead, labels.whole.request, ephemeral);
  return { sealed: concat(opening, await exchange.context.seal(plaintext)), exchange };
}

/**
 * Opens the response to a request.
 *
 * @throws StatelessError `ERR_OPEN`, the same for every reason.
 */
export async function openResponse(exchange: Exchange, sealed: Bytes): Promise<Bytes> {
  const length = secretLength(exchange.suite.aead);
  const open = await responseCrypt(exchange, labels.whole.response, sealed.slice(0, length), openWith);
  return open(sealed.slice(length), noAad);
}

/** Starts a request in chunks: what goes first, and the sealer of its pieces. */
export async function startRequest(
  config: KeyConfig,
  aead: AeadName,
  ephemeral?: KemKeyPair,
): Promise<{ readonly opening: Bytes; readonly exchange: Exchange; readonly seal: Step }> {
  const started = await start(config, aead, labels.chunked.request, ephemeral);
  return { ...started, seal: sealer((bytes, aad) => started.exchange.context.seal(bytes, aad)) };
}

/**
 * Opens a response in chunks while it arrives.
 *
 * @param maxChunk bytes of the largest sealed piece that is waited for
 * @throws StatelessError `ERR_OPEN` for every reason, among them that the stream ends without its final chunk.
 */
export async function* openChunkedResponse(
  exchange: Exchange,
  stream: AsyncIterable<Uint8Array>,
  maxChunk: number,
): AsyncGenerator<Bytes> {
  const length = secretLength(exchange.suite.aead);
  let open: Step | undefined;
  for await (const { bytes, isFinal } of splitChunks(stream, maxChunk, length)) {
    if (open) yield await open(bytes, isFinal);
    else open = opener(await responseCrypt(exchange, labels.chunked.response, bytes, openWith));
  }
}

async function start(
  config: KeyConfig,
  aead: AeadName,
  label: string,
  ephemeral: KemKeyPair | undefined,
): Promise<{ readonly opening: Bytes; readonly exchange: Exchange }> {
  const suite = { kem: config.kem, aead };
  const header = writeHeader(config.keyId, suite);
  const { enc, context } = await setupSender(suite, config.publicKey, infoOf(label, header), ephemeral);
  return { opening: concat(header, enc), exchange: { suite, enc, context } };
}
