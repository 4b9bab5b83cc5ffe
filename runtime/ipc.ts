/**
 * The four message shapes that a session process may send to the broker, and no other: a byte that says which, and
 * bytes. In the other direction goes one sealed request, as bytes, in one piece or in several for a stream; then one
 * answer to each frame of a stream (nothing) and to each question.
 */
import { concat, integer } from './bytes.ts';
import type { Bytes } from './bytes.ts';

/** The first byte of each shape. A question without bytes asks for the next piece of the request. */
export const kinds = { key: 1, frame: 2, egress: 3, ask: 4 } as const;

/** What a message is. An empty frame says that the request could not be opened. */
export type MessageKind = keyof typeof kinds;

/** Writes a message. */
export function writeMessage(kind: MessageKind, bytes: Uint8Array): Bytes {
  return concat(integer(kinds[kind], 1), bytes);
}
