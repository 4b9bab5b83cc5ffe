/**
 * The three message shapes that a session process may send to the broker, and no other: a byte that says which, and
 * bytes. In the other direction goes one sealed request, as bytes.
 */
import { concat, integer } from './bytes.ts';
import type { Bytes } from './bytes.ts';

/** The first byte of each shape. */
const kinds = { key: 1, frame: 2, egress: 3 } as const;

/** What a message is. An empty frame says that the request could not be opened. */
export type MessageKind = keyof typeof kinds;

/** The largest payload in bytes that each shape may have in a session of one processor. */
export type MessageCaps = Readonly<Record<MessageKind, number>>;

/** A message that has one of the three shapes. */
export interface Message {
  readonly kind: MessageKind;
  readonly bytes: Bytes;
}

/** Writes a message. */
export function writeMessage(kind: MessageKind, bytes: Uint8Array): Bytes {
  return concat(integer(kinds[kind], 1), bytes);
}

/** Reads what arrived: a message, or undefined for anything else, of which nothing is looked at. */
export function readMessage(value: unknown, caps: MessageCaps): Message | undefined {
  if (!(value instanceof Uint8Array)) return undefined;
  const kind = messageKinds.find((name) => kinds[name] === value[0]);
  if (kind === undefined || value.length - 1 > caps[kind]) return undefined;
  return { kind, bytes: concat(value.subarray(1)) };
}

const messageKinds = ['key', 'frame', 'egress'] as const satisfies readonly MessageKind[];
