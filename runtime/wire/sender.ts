/** Oblivious HTTP for who sends the request: whole (RFC 9458, section 4), or in chunks (the draft on chunked OHTTP). */
import { concat } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import { nonces, openWith } from '../hpke/aead.ts';
import type { KemKeyPair } from '../hpke/key-pair.ts';
import { setupSender } from '../hpke/sender.ts';
import { tagLength } from '../hpke/suites.ts';
import type { AeadName } from '../hpke/suites.ts';
import { opener, sealer } from './chunked.ts';
import type { Step } from './chunked.ts';
import { infoOf, labels, responseKeys, secretLength, writeHeader } from './exchange.ts';
import type { Exchange } from './exchange.ts';
import type { KeyConfig } from './key-config.ts';
import { splitChunks } from './split-chunks.ts';

/** What a sender may fix, as the published exchanges do. */
export interface SenderChoices {
  readonly ephemeral?: KemKeyPair;
}

/** Seals a request for the key of an offer. */
export async function sealRequest(
  config: KeyConfig,
  aead: AeadName,
  plaintext: Bytes,
  choices: SenderChoices = {},
): Promise<{ readonly sealed: Bytes; readonly exchange: Exchange }> {
  const { opening, exchange } = await start(config, aead, labels.whole.request, choices);
  return { sealed: concat(opening, await exchange.context.seal(plaintext)), exchange };
}

/**
 * Opens the response to a request.
 *
 * @throws StatelessError `ERR_OPEN`, the same for every reason.
 */
export async function openResponse(exchange: Exchange, sealed: Bytes): Promise<Bytes> {
  const length = secretLength(exchange.suite.aead);
  if (sealed.length < length + tagLength) throw new StatelessError('ERR_OPEN');
  const { key, nonce } = await responseKeys(exchange, labels.whole.response, sealed.slice(0, length));
  return openWith(key, nonce, new Uint8Array(0), sealed.slice(length));
}

/** Starts a request in chunks: what goes first, and the sealer of its pieces. */
export async function startRequest(
  config: KeyConfig,
  aead: AeadName,
  choices: SenderChoices = {},
): Promise<{ readonly opening: Bytes; readonly exchange: Exchange; readonly seal: Step }> {
  const started = await start(config, aead, labels.chunked.request, choices);
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
    else {
      const { key, nonce } = await responseKeys(exchange, labels.chunked.response, bytes);
      const next = nonces(nonce);
      open = opener((sealed, aad) => openWith(key, next(), aad, sealed));
    }
  }
}

async function start(
  config: KeyConfig,
  aead: AeadName,
  label: string,
  { ephemeral }: SenderChoices,
): Promise<{ readonly opening: Bytes; readonly exchange: Exchange }> {
  const suite = { kem: config.kem, aead };
  const header = writeHeader(config.keyId, suite);
  const { enc, context } = await setupSender(suite, config.publicKey, infoOf(label, header), ephemeral);
  return { opening: concat(header, enc), exchange: { suite, enc, context } };
}
