/** The sealed half of a request: from verified evidence to the output, whole or as a stream. */
import type { VerifiedEvidence } from '../attestation/verify.ts';
import { concat, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import type { AeadName } from '../hpke/suites.ts';
import { readReply, readStreamed } from '../wire/read-reply.ts';
import { openChunkedResponse, openResponse, sealRequest, startRequest } from '../wire/sender.ts';
import type { Step } from '../wire/chunked.ts';
import { writeInput } from '../wire/write-input.ts';
import { post, readAll } from './post.ts';

/** Where a session is, and who may end it early. */
export interface SessionTarget {
  readonly base: URL;
  readonly evidence: VerifiedEvidence;
  readonly signal: AbortSignal | undefined;
}

/** What sealing and framing add to a response, or to a chunk, at most. */
const aroundResponse = 128;
const requestChunk = 16 * 1024;

/** Runs one session with a whole request and a whole response. */
export async function runWhole(target: SessionTarget, json: string): Promise<unknown> {
  const config = target.evidence.keyConfig;
  const plaintext = writeInput(json, 'known');
  const { sealed, exchange } = await sealRequest(config, preferredAead(config.aeads), plaintext);
  wipe(plaintext);
  const answer = await readAll(await send(target, sealed, 'message/ohttp-req'), sealedLimit(target));
  const padded = await openResponse(exchange, answer);
  exchange.context.wipe();
  return readReply(padded);
}

/** Runs one session in chunks: each output as soon as it is there, and the next only when it is asked for. */
export async function* runStreamed(target: SessionTarget, json: string): AsyncGenerator {
  const config = target.evidence.keyConfig;
  const plaintext = writeInput(json, 'indeterminate');
  const { opening, seal, exchange } = await startRequest(config, preferredAead(config.aeads));
  const sealed = concat(opening, ...(await sealPieces(seal, plaintext)));
  wipe(plaintext);
  const answer = await send(target, sealed, 'message/ohttp-chunked-req');
  try {
    yield* readStreamed(openChunkedResponse(exchange, answer, sealedLimit(target)));
  } finally {
    exchange.context.wipe();
  }
}

async function sealPieces(seal: Step, plaintext: Bytes): Promise<Bytes[]> {
  const pieces: Bytes[] = [];
  let start = 0;
  for (; plaintext.length - start > requestChunk; start += requestChunk)
    pieces.push(await seal(plaintext.subarray(start, start + requestChunk), false));
  pieces.push(await seal(plaintext.subarray(start), true));
  return pieces;
}

function sealedLimit({ evidence }: SessionTarget): number {
  return evidence.largestResponse + aroundResponse;
}

function send(
  { base, evidence, signal }: SessionTarget,
  body: Bytes,
  type: string,
): Promise<AsyncIterable<Uint8Array>> {
  return post(new URL(`sessions/${evidence.session}`, base), body, { signal, type });
}

function preferredAead(offered: readonly AeadName[]): AeadName {
  return offered.includes('aes-256-gcm') ? 'aes-256-gcm' : 'chacha20-poly1305';
}
