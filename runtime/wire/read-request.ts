/** Reads Binary HTTP requests (RFC 9292), strictly: what is cut elsewhere than section 3.8 allows is no message. */
import { ByteReader } from '../byte-reader.ts';
import { concat } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { indicators, isFieldLine } from './framing.ts';
import type { BinaryRequest, FieldLine, Framing } from './message.ts';

/** What precedes the content of a request. */
export type RequestHead = Omit<BinaryRequest, 'content' | 'trailers'>;

/** What follows a head. */
export type Body = Pick<BinaryRequest, 'content' | 'trailers'>;

/** More lines than any message of ours has; a section of a hostile one ends here. */
const linesAtMost = 256;

/**
 * Reads a whole request of either form; padding must be zeros.
 *
 * @param fault what is thrown for anything that is no request
 */
export function readRequest(bytes: Bytes, fault: () => Error): BinaryRequest {
  const reader = new ByteReader(bytes, fault);
  const indicator = reader.varint();
  const { known, indeterminate } = indicators.request;
  if (indicator !== known && indicator !== indeterminate) throw fault();
  const framing = indicator === known ? 'known' : 'indeterminate';
  return { ...requestHead(reader, framing, fault), ...readBody(reader, framing, fault) };
}

/** Reads the part of a request between its indicator and its content. */
export function requestHead(reader: ByteReader, framing: Framing, fault: () => Error): RequestHead {
  const [method, scheme, authority, path] = [text(reader), text(reader), text(reader), text(reader)];
  if (method === '' || scheme === '') throw fault();
  return {
    kind: 'request',
    method,
    scheme,
    authority,
    path,
    headers: readSection(reader, framing, fault),
  };
}

/** Reads content, trailers and padding: everything behind a head. */
export function readBody(reader: ByteReader, framing: Framing, fault: () => Error): Body {
  const content = concat(...contentChunks(reader, framing));
  const trailers = readSection(reader, framing, fault);
  if (reader.rest().some((byte) => byte !== 0)) throw fault();
  return { content, trailers };
}

/** Reads field lines up to the end of their section; an empty last section may be cut off. */
export function readSection(reader: ByteReader, framing: Framing, fault: () => Error): FieldLine[] {
  if (reader.left === 0) return [];
  if (framing === 'known') {
    const section = new ByteReader(reader.counted(), fault);
    return readLines(section, () => section.left > 0, fault);
  }
  const lines = readLines(reader, () => reader.peek() !== 0, fault);
  reader.byte();
  return lines;
}

function* contentChunks(reader: ByteReader, framing: Framing): Generator<Bytes> {
  if (reader.left === 0) return;
  if (framing === 'known') {
    yield reader.counted();
    return;
  }
  for (let chunk = reader.counted(); chunk.length > 0; chunk = reader.counted()) yield chunk;
}

function readLines(reader: ByteReader, goesOn: () => boolean, fault: () => Error): FieldLine[] {
  const lines: FieldLine[] = [];
  while (goesOn()) {
    const line: FieldLine = [text(reader), text(reader)];
    if (!isFieldLine(line) || lines.length === linesAtMost) throw fault();
    lines.push(line);
  }
  return lines;
}

function text(reader: ByteReader): string {
  return Array.from(reader.counted(), (byte) => String.fromCharCode(byte)).join('');
}
