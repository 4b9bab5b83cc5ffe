/** What a sealed response holds: an output or an error, as JSON, padded to a size class. */
import { concat, integer, readInteger, utf8, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { isErrorCode, StatelessError } from '../error.ts';
import { parseJson } from '../shape.ts';

/** The end of a session as its client sees it. */
export type Reply =
  { readonly output: unknown } | { readonly error: { readonly code: string; readonly detail?: string } };

const lengthBytes = 4;

/**
 * The reply's bytes behind their length, filled up with zeros to the smallest size class that holds them.
 *
 * @throws StatelessError `ERR_OUTPUT_INVALID` when no class holds it or it is not JSON.
 */
export function padReply(reply: Reply, sizeClasses: readonly number[]): Bytes {
  const text = utf8(JSON.stringify(reply));
  const size = sizeClasses.find((candidate) => candidate >= text.length + lengthBytes);
  if (size === undefined) throw new StatelessError('ERR_OUTPUT_INVALID');
  const padded = concat(
    integer(text.length, lengthBytes),
    text,
    new Uint8Array(size - lengthBytes - text.length),
  );
  wipe(text);
  return padded;
}

/**
 * Reads a padded reply: the output, or the error that it carries is thrown.
 *
 * @throws StatelessError with the code of the reply, or `ERR_BROKER_ANSWER` when it is not a reply.
 */
export function readReply(padded: Bytes): unknown {
  const length = readInteger(padded, 0, lengthBytes);
  if (length > padded.length - lengthBytes) throw new StatelessError('ERR_BROKER_ANSWER');
  const text = new TextDecoder().decode(padded.slice(lengthBytes, lengthBytes + length));
  const reply = parseJson(text, () => new StatelessError('ERR_BROKER_ANSWER'));
  if (typeof reply !== 'object' || reply === null) throw new StatelessError('ERR_BROKER_ANSWER');
  if ('error' in reply) throw replyError(reply.error);
  if (!('output' in reply)) throw new StatelessError('ERR_BROKER_ANSWER');
  return reply.output;
}

function replyError(error: unknown): StatelessError {
  if (typeof error !== 'object' || error === null || !('code' in error) || !isErrorCode(error.code))
    return new StatelessError('ERR_BROKER_ANSWER');
  const detail = 'detail' in error && typeof error.detail === 'string' ? error.detail : undefined;
  return new StatelessError(error.code, detail);
}
