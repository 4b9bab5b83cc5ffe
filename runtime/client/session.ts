/** The sealed half of a request: from verified evidence to the output, whole or as a stream. */
import { concat, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { readReply, readStreamed } from '../wire/read-reply.ts';
import { openChunkedResponse, openResponse, sealRequest, startRequest } from '../wire/sender.ts';
import { requestChunk } from '../wire/bounds.ts';
import type { Step } from '../wire/chunked.ts';
import { readAll } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Target } from './client.ts';

/** What sealing and framing add to a response, or to a chunk, at most. */
const aroundResponse = 128;

/** Runs one session with a whole request, a Binary HTTP message that is wiped, and a whole response. */
export async function runWhole(target: Target, plaintext: Bytes): Promise<unknown> {
  const config = target.evidence.keyConfig;
  const { sealed, exchange } = await sealRequest(config, config.aeads[0], plaintext);
  wipe(plaintext);
  try {
    const answer = await readAll(await send(target, sealed, 'message/ohttp-req'), sealedLimit(target));
    return readReply(await openResponse(exchange, answer));
  } finally {
    exchange.context.wipe();
  }
}

/** Runs one session in chunks: each output as soon as it is there, and the next only when it is asked for. */
export async function* runStreamed(target: Target, plaintext: Bytes): AsyncGenerator {
  const config = target.evidence.keyConfig;
  const { opening, seal, exchange } = await startRequest(config, config.aeads[0]);
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

function sealedLimit({ evidence }: Target): number {
  return evidence.largestResponse + aroundResponse;
}

function send({ transport, evidence }: Target, body: Bytes, type: string): Promise<Answer> {
  return transport.session(evidence.session, body, type);
}
