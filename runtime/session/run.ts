/** One session, from the sealed request to the sealed response: everything in between lives and dies here. */
import { wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import type { OpenSession, ProcessorParts } from '../definition.ts';
import { createRecorder } from '../egress/record.ts';
import { openChunkedRequest, openRequest, sealResponse } from '../wire/recipient.ts';
import type { Opened, Recipient } from '../wire/recipient.ts';
import { padReply } from '../wire/reply.ts';
import type { Reply } from '../wire/reply.ts';
import { inputOf, openSession, watchWork } from './answer.ts';
import { failureReply } from './failure.ts';
import { streamReplies } from './stream.ts';

type Emit = OpenSession['emit'];

/** Where frames and records go. */
export interface Outlet {
  /** Sends a frame of a stream, and resolves when the next one is asked for. */
  readonly pass: (frame: Bytes) => Promise<void>;
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
  const isStream = parts.description.egress.maxChunks > 0;
  const opened = await tryOpen(recipient, sealed, isStream);
  if (opened === undefined) return outlet.end([], new Uint8Array(0));
  const recorder = createRecorder(parts.events);
  const frame = isStream
    ? await streamReplies(parts, opened, recorder.emit, outlet.pass)
    : await reply(parts, opened, recorder.emit);
  opened.exchange.context.wipe();
  return outlet.end(recorder.records(), frame);
}

async function tryOpen(recipient: Recipient, sealed: Bytes, isStream: boolean): Promise<Opened | undefined> {
  try {
    return await (isStream ? openChunkedRequest : openRequest)(recipient, sealed);
  } catch {
    return undefined;
  }
}

async function reply(parts: ProcessorParts, { plaintext, exchange }: Opened, emit: Emit): Promise<Bytes> {
  const leftWork = watchWork();
  const outcome = await answer(parts, plaintext, emit);
  wipe(plaintext);
  const last = (await leftWork()) ? { error: { code: 'ERR_UNFINISHED_WORK' } } : outcome;
  const padded = pad(last, parts.description.limits.padOutput);
  const frame = await sealResponse(exchange, padded);
  wipe(padded);
  return frame;
}

async function answer(parts: ProcessorParts, plaintext: Bytes, emit: Emit): Promise<Reply> {
  try {
    return { output: await parts.run(inputOf(parts, plaintext), openSession(parts, emit)) };
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
