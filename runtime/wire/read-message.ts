/** Reads Binary HTTP (RFC 9292) of either kind: requests as `readRequest` does, and responses. */
import { ByteReader } from '../byte-reader.ts';
import type { Bytes } from '../bytes.ts';
import type { BinaryMessage, BinaryResponse, FieldLine, Framing } from './message.ts';
import { readBody, readSection, requestHead } from './read-request.ts';
import type { RequestHead } from './read-request.ts';

/** What precedes the content of a response. */
export type ResponseHead = Omit<BinaryResponse, 'content' | 'trailers'>;

const informationalAtMost = 16;

/**
 * Reads a whole message of either kind and form; padding must be zeros.
 *
 * @param fault what is thrown for anything that is no message
 */
export function readMessage(bytes: Bytes, fault: () => Error): BinaryMessage {
  const reader = new ByteReader(bytes, fault);
  const { head, framing } = readHead(reader, fault);
  return { ...head, ...readBody(reader, framing, fault) };
}

/** Reads the part before the content. */
export function readHead(
  reader: ByteReader,
  fault: () => Error,
): { readonly head: RequestHead | ResponseHead; readonly framing: Framing } {
  const indicator = reader.varint();
  if (indicator > 3) throw fault();
  const framing = indicator < 2 ? 'known' : 'indeterminate';
  const read = indicator % 2 === 0 ? requestHead : responseHead;
  return { head: read(reader, framing, fault), framing };
}

function responseHead(reader: ByteReader, framing: Framing, fault: () => Error): ResponseHead {
  const informational: { status: number; headers: FieldLine[] }[] = [];
  let status = reader.varint();
  for (; status >= 100 && status < 200; status = reader.varint()) {
    if (informational.length === informationalAtMost) throw fault();
    informational.push({ status, headers: readSection(reader, framing, fault) });
  }
  if (status < 200 || status > 599) throw fault();
  return { kind: 'response', informational, status, headers: readSection(reader, framing, fault) };
}
