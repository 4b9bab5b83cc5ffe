/**
 * What a sealed response holds: replies as JSON in a Binary HTTP response (RFC 9292), padded to size classes. A whole
 * response has one reply and is of known length; a streamed one has a content chunk for each.
 */
import { concat, integer, utf8, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import { indicators, replyLengthBytes } from './framing.ts';
import { counted, varint } from './varint.ts';

/** The end of a session as its client sees it, or one chunk of it. */
export type Reply =
  { readonly output: unknown } | { readonly error: { readonly code: string; readonly detail?: string } };

const statuses = { ok: 200, failed: 422 } as const;
const terminator = integer(0, 1);
const fieldLine = concat(...['content-type', 'application/json'].map((text) => counted(utf8(text))));

/** The piece before the first streamed reply: the head of the response. */
export const streamHead: Bytes = concat(
  varint(indicators.response.indeterminate),
  varint(statuses.ok),
  fieldLine,
  terminator,
);

/**
 * The piece after the last streamed output: the error that it ended with, if any, then the end of the content and no
 * trailers. It has one size, that of the smallest class, so that the broker cannot tell an error from success.
 */
export function streamEnd(error: Reply | undefined, sizeClasses: readonly number[]): Bytes {
  const smallest = sizeClasses.slice(0, 1);
  const failed = writeStreamed(error ?? { output: null }, smallest);
  const last = error ? concat(failed, terminator) : new Uint8Array(failed.length + 1);
  return concat(last, terminator);
}

/**
 * A whole response, filled up with zeros (section 3.8) to the smallest size class that holds it. Whether it is an
 * error is inside the seal, so that the broker cannot tell.
 *
 * @throws StatelessError `ERR_OUTPUT_INVALID` when no class holds it or it is not JSON.
 */
export function padReply(reply: Reply, sizeClasses: readonly number[]): Bytes {
  const status = 'error' in reply ? statuses.failed : statuses.ok;
  const head = concat(varint(indicators.response.known), varint(status), counted(fieldLine));
  return fillUp(sizeClasses, head, counted(utf8(JSON.stringify(reply))));
}

/**
 * The piece of one streamed reply: its length, its JSON, zeros up to the size class.
 *
 * @throws StatelessError `ERR_OUTPUT_INVALID` when no class holds it or it is not JSON.
 */
export function writeStreamed(reply: Reply, sizeClasses: readonly number[]): Bytes {
  const text = utf8(JSON.stringify(reply));
  return counted(fillUp(sizeClasses, integer(text.length, replyLengthBytes), text));
}

function fillUp(sizeClasses: readonly number[], head: Bytes, text: Bytes): Bytes {
  const length = head.length + text.length;
  const size = sizeClasses.find((candidate) => candidate >= length);
  if (size === undefined) throw new StatelessError('ERR_OUTPUT_INVALID');
  const padded = concat(head, text, new Uint8Array(size - length));
  wipe(text);
  return padded;
}
