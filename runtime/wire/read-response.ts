/** Reads Binary HTTP responses (RFC 9292), strictly: whole ones, and the head of one that arrives in pieces. */
import { ByteReader } from '../byte-reader.ts';
import type { Bytes } from '../bytes.ts';
import { framingOf } from './framing.ts';
import type { BinaryResponse, FieldLine, Framing } from './message.ts';
import { readBody, readSection } from './read-sections.ts';

/** What precedes the content of a response. */
export type ResponseHead = Omit<BinaryResponse, 'content' | 'trailers'>;

const informationalAtMost = 16;

/**
 * Reads a whole response of either form; padding must be zeros.
 *
 * @param fault what is thrown for anything that is no response
 */
export function readResponse(bytes: Bytes, fault: () => Error): BinaryResponse {
  const reader = new ByteReader(bytes, fault);
  const { head, framing } = readResponseHead(reader);
  return { ...head, ...readBody(reader, framing) };
}

/** Reads the part before the content. */
export function readResponseHead(reader: ByteReader): {
  readonly head: ResponseHead;
  readonly framing: Framing;
} {
  const framing = framingOf('response', reader);
  const informational: { status: number; headers: FieldLine[] }[] = [];
  let status = reader.varint();
  for (; status >= 100 && status < 200; status = reader.varint()) {
    if (informational.length === informationalAtMost) throw reader.fault();
    informational.push({ status, headers: readSection(reader, framing) });
  }
  if (status < 200 || status > 599) throw reader.fault();
  const headers = readSection(reader, framing);
  return { head: { kind: 'response', informational, status, headers }, framing };
}
