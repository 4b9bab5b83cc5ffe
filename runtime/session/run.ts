/** One session, from the sealed request to the sealed response: everything in between lives and dies here. */
import process from 'node:process';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { createRecorder } from '../egress/record.ts';
import { StatelessError } from '../error.ts';
import type { SealedRequest } from '../ipc.ts';
import type { OpenSession, ProcessorParts } from '../processor.ts';
import { padReply } from '../wire/reply.ts';
import type { Reply } from '../wire/reply.ts';
import { readInput } from '../wire/read-input.ts';
import type { Exchange } from '../wire/exchange.ts';
import { openRequest, sealResponse } from '../wire/recipient.ts';
import type { Recipient } from '../wire/recipient.ts';
import { failureReply, PublicFailure } from './failure.ts';

/** What leaves at the end: records in their fixed order, then one frame. An empty frame: it could not be opened. */
export interface Ending {
  readonly records: readonly Bytes[];
  readonly frame: Bytes;
}

/** The resources that keep this process alive, as Node names them. Taken once, out of a handler's reach. */
const activeResources = process.getActiveResourcesInfo.bind(process);

/** Opens, checks, runs, checks, pads, seals, wipes. Never throws for anything that a client or a handler does. */
export async function runSession(
  parts: ProcessorParts,
  recipient: Recipient,
  request: SealedRequest,
): Promise<Ending> {
  const opened = await open(recipient, request);
  if (opened === undefined) return { records: [], frame: new Uint8Array(0) };
  const before = activeResources();
  const recorder = createRecorder(parts.events);
  const outcome = await answer(parts, opened.plaintext, openSession(parts, recorder.emit));
  wipe(opened.plaintext);
  const reply = (await hasUnfinishedWork(before)) ? { error: { code: 'ERR_UNFINISHED_WORK' } } : outcome;
  const padded = pad(reply, parts.description.limits.padOutput);
  const frame = await sealResponse(opened.exchange, padded);
  opened.exchange.context.wipe();
  wipe(padded);
  return { records: recorder.records(), frame };
}

async function open(
  recipient: Recipient,
  { sealed }: SealedRequest,
): Promise<{ readonly plaintext: Bytes; readonly exchange: Exchange } | undefined> {
  try {
    return await openRequest(recipient, sealed);
  } catch {
    return undefined;
  }
}

async function answer(parts: ProcessorParts, plaintext: Bytes, session: OpenSession): Promise<Reply> {
  try {
    const input = readInput(plaintext);
    if (input.length > parts.description.limits.inputBytes) throw new StatelessError('ERR_TOO_LARGE');
    return { output: await parts.run(readJson(input), session) };
  } catch (thrown) {
    return failureReply(thrown);
  }
}

function openSession(parts: ProcessorParts, emit: OpenSession['emit']): OpenSession {
  const registered = parts.description.egress.publicErrors;
  return Object.freeze<OpenSession>({
    emit,
    fail(code) {
      if (!registered.includes(code)) throw new TypeError('session.fail takes a registered code');
      throw new PublicFailure(code);
    },
  });
}

function readJson(plaintext: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext));
  } catch {
    throw new StatelessError('ERR_INPUT_INVALID');
  }
}

// One turn of the event loop lets go of what the handler has awaited; what is left then, it has forgotten.
async function hasUnfinishedWork(before: readonly string[]): Promise<boolean> {
  await nextTurn();
  return activeResources().length > before.length;
}

function pad(reply: Reply, sizeClasses: readonly number[]): Bytes {
  try {
    return padReply(reply, sizeClasses);
  } catch {
    return padReply({ error: { code: 'ERR_OUTPUT_INVALID' } }, sizeClasses);
  }
}
