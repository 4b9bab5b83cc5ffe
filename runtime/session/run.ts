/** One session, from the sealed request to the sealed response: everything in between lives and dies here. */
import { wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import type { OpenSession, ProcessorParts } from '../definition.ts';
import { createRecorder } from '../egress/record.ts';
import { openChunkedRequest, openRequest, sealResponse } from '../wire/recipient.ts';
import type { Opened, Recipient } from '../wire/recipient.ts';
import { padReply } from '../wire/reply.ts';
import type { Reply } from '../wire/reply.ts';
import { aroundInput } from '../wire/bounds.ts';
import { inputOf, openSession } from './answer.ts';
import type { SessionView } from './answer.ts';
import type { Calls } from './calls.ts';
import { failureReply } from './failure.ts';
import { streamReplies } from './stream.ts';

/** Where frames and records go, and what the handler may call. */
export interface Outlet {
  /** Asks for the next piece of the request; an empty one is its end. */
  readonly more: () => Promise<Bytes>;
  readonly calls: Calls;
  /** Sends a frame of a stream, and resolves when the next one is asked for. */
  readonly pass: (frame: Bytes) => Promise<unknown>;
  /** Sends the records in their fixed order, and the last frame. An empty one: the request could not be opened. */
  readonly end: (records: readonly Bytes[], frame: Bytes) => Promise<void>;
}

/** Opens, checks, runs, checks, pads, seals, wipes. Never throws for anything that a client or a handler does. */
export async function runSession(
  parts: ProcessorParts,
  recipient: Recipient,
  sealed: Bytes,
  outlet: Outlet,
): Promise<void> {
  const { egress, limits } = parts.description;
  const isStream = egress.maxChunks > 0;
  const opened = await (
    isStream
      ? openChunkedRequest(recipient, piecesOf(sealed, outlet.more), limits.inputBytes + aroundInput)
      : openRequest(recipient, sealed)
  ).catch(() => undefined);
  if (opened === undefined) return outlet.end([], new Uint8Array(0));
  const recorder = createRecorder(parts.events);
  const session = openSession(parts, recorder.emit, outlet.calls);
  const frame = isStream
    ? await streamReplies(parts, opened, session, outlet.pass)
    : await reply(parts, opened, session);
  opened.exchange.context.wipe();
  return outlet.end(recorder.records(), frame);
}

async function* piecesOf(first: Bytes, more: Outlet['more']): AsyncGenerator<Bytes> {
  for (let piece = first; piece.length > 0; piece = await more()) yield piece;
}

async function reply(
  parts: ProcessorParts,
  { plaintext, exchange }: Opened,
  session: SessionView,
): Promise<Bytes> {
  const outcome = await answer(parts, plaintext, session.view);
  wipe(plaintext);
  const last = (await session.leftWork()) ? { error: { code: 'ERR_UNFINISHED_WORK' } } : outcome;
  const padded = pad(last, parts.description.limits.padOutput);
  const frame = await sealResponse(exchange, padded);
  wipe(padded);
  return frame;
}

async function answer(parts: ProcessorParts, plaintext: Bytes, session: OpenSession): Promise<Reply> {
  try {
    return { output: await parts.run(inputOf(parts, plaintext), session) };
  } catch (thrown) {
    return failureReply(thrown);
  }
}

function pad(reply: Reply, sizeClasses: readonly number[]): Bytes {
  try {
    return padReply(reply, sizeClasses);
  } catch {
    return padReply({ error: { code: 'ERR_OUTPUT_INVALID' } }, sizeClasses);
  }
}
