/** A streamed answer: the handler's outputs leave one by one, each sealed and padded, and only when asked for. */
import { wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import type { OpenSession, ProcessorParts } from '../definition.ts';
import { StatelessError } from '../error.ts';
import { startResponse } from '../wire/recipient.ts';
import type { Opened } from '../wire/recipient.ts';
import { streamEnd, streamHead, writeStreamed } from '../wire/reply.ts';
import type { Reply } from '../wire/reply.ts';
import { inputOf } from './answer.ts';
import type { SessionView } from './parts.ts';
import { failureReply } from './failure.ts';

type Pass = (piece: Bytes) => Promise<unknown>;

/** Runs the handler and passes frame after frame on; resolves with the last one. */
export async function streamReplies(
  parts: ProcessorParts,
  { plaintext, exchange }: Opened,
  session: SessionView,
  pass: Pass,
): Promise<Bytes> {
  const { opening, seal } = await startResponse(exchange);
  await pass(opening);
  await pass(await seal(streamHead, false));
  const failure = await runHandler(parts, plaintext, session.view, async (piece) =>
    pass(await seal(piece, false)),
  );
  wipe(plaintext);
  const error = (await session.leftWork()) ? { error: { code: 'ERR_UNFINISHED_WORK' } } : failure;
  return seal(streamEnd(error, parts.description.limits.padOutput), true);
}

async function runHandler(
  parts: ProcessorParts,
  plaintext: Bytes,
  session: OpenSession,
  pass: Pass,
): Promise<Reply | undefined> {
  const { maxChunks, padOutput } = parts.description.limits;
  let left = maxChunks;
  try {
    for await (const output of parts.stream(inputOf(parts, plaintext), session)) {
      if (left === 0) throw new StatelessError('ERR_OUTPUT_INVALID');
      left -= 1;
      await pass(writeOutput(output, padOutput));
    }
    return undefined;
  } catch (thrown) {
    return failureReply(thrown);
  }
}

// What is not JSON throws an error of its own, which would be taken for the handler's.
function writeOutput(output: unknown, sizeClasses: readonly number[]): Bytes {
  try {
    return writeStreamed({ output }, sizeClasses);
  } catch {
    throw new StatelessError('ERR_OUTPUT_INVALID');
  }
}
