/** What reading and writing of Binary HTTP (RFC 9292) agree on: framing indicators, and which field lines are any. */
import type { ByteReader } from '../byte-reader.ts';
import type { FieldLine, Framing } from './message.ts';

/** The framing indicator of each form (section 3.3). */
export const indicators = {
  request: { known: 0, indeterminate: 2 },
  response: { known: 1, indeterminate: 3 },
} as const;

/** Reads a framing indicator; one that is not of this kind of message is a fault. */
export function framingOf(kind: keyof typeof indicators, reader: ByteReader): Framing {
  const { known, indeterminate } = indicators[kind];
  const indicator = reader.varint();
  if (indicator !== known && indicator !== indeterminate) throw reader.fault();
  return indicator === known ? 'known' : 'indeterminate';
}

/** Bytes of the length before a streamed reply. */
export const replyLengthBytes = 4;

/** Names that section 3.6 forbids besides those that are no tokens, and values without bytes that split lines. */
export function isFieldLine([name, value]: FieldLine): boolean {
  return /^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name) && !/[\0\r\n]|^[ \t]|[ \t]$/.test(value);
}
