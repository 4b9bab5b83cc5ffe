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
import type { Outlet, SessionView } from './parts.ts';
import { failureReply } from './failure.ts';
import { streamReplies } from './stream.ts';

/**
 * Opens, checks, runs, checks, pads, seals, wipes. Never throws for anything that a client or a handler does.
 *
 * @returns whether work is left that could go on into another session
 */
export async function runSession(
  parts: ProcessorParts,
  recipient: Recipient,
  sealed: Bytes,
  outlet: Outlet,
): Promise<boolean> {
  const { egress, limits } = parts.description;
  const isStream = egress.maxChunks > 0;
  const opened = await (
    isStream
      ? openChunkedRequest(recipient, piecesOf(sealed, outlet.more), limits.inputBytes + aroundInput)
      : openRequest(recipient, sealed)
  ).catch(() => undefined);
  if (opened === undefined) {
    await outlet.end([], new Uint8Array(0));
    return true;
  }
  const recorder = createRecorder(parts.events);
  const session = openSession(parts, recorder.emit, outlet.calls);
  const frame = isStream
    ? await streamReplies(parts, opened, session, outlet.pass)
    : await reply(parts, opened, session);
  opened.exchange.context.wipe();
  await outlet.end(recorder.records(), frame);
  return session.leftWork();
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
