/** What requests and responses of Binary HTTP share when they are read (RFC 9292): field sections, content, padding. */
import { ByteReader } from '../byte-reader.ts';
import { concat } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { isFieldLine } from './framing.ts';
import type { BinaryRequest, FieldLine, Framing } from './message.ts';

/** What follows a head. */
export type Body = Pick<BinaryRequest, 'content' | 'trailers'>;

/** More lines than any message of ours has; a section of a hostile one ends here. */
const linesAtMost = 256;

/** Reads content, trailers and padding: everything behind a head. What is cut elsewhere than section 3.8 allows is none. */
export function readBody(reader: ByteReader, framing: Framing): Body {
  const content = concat(...contentChunks(reader, framing));
  const trailers = readSection(reader, framing);
  if (reader.rest().some((byte) => byte !== 0)) throw reader.fault();
  return { content, trailers };
}

/** Reads field lines up to the end of their section; an empty last section may be cut off. */
export function readSection(reader: ByteReader, framing: Framing): FieldLine[] {
  if (reader.left === 0) return [];
  if (framing === 'known') {
    const section = new ByteReader(reader.counted(), reader.fault);
    return readLines(section, () => section.left > 0);
  }
  const lines = readLines(reader, () => reader.peek() !== 0);
  reader.byte();
  return lines;
}

/** Reads a text behind its length, one character a byte. */
export function readText(reader: ByteReader): string {
  return Array.from(reader.counted(), (byte) => String.fromCharCode(byte)).join('');
}

function* contentChunks(reader: ByteReader, framing: Framing): Generator<Bytes> {
  if (reader.left === 0) return;
  if (framing === 'known') {
    yield reader.counted();
    return;
  }
  for (let chunk = reader.counted(); chunk.length > 0; chunk = reader.counted()) yield chunk;
}

function readLines(reader: ByteReader, goesOn: () => boolean): FieldLine[] {
  const lines: FieldLine[] = [];
  while (goesOn()) {
    const line: FieldLine = [readText(reader), readText(reader)];
    if (!isFieldLine(line) || lines.length === linesAtMost) throw reader.fault();
    lines.push(line);
  }
  return lines;
}
