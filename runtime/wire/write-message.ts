/** Writes Binary HTTP (RFC 9292): known-length messages whole, indeterminate-length ones whole or piece by piece. */
import { concat, integer } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { indicators, isFieldLine } from './framing.ts';
import type { BinaryMessage, FieldLine, Framing } from './message.ts';
import { counted, varint } from './varint.ts';

/** The end of content or of a section in the indeterminate form. */
const terminator = integer(0, 1);

/** Writes a whole message, its content as one chunk, without padding. */
export function writeMessage(message: BinaryMessage, framing: Framing = 'known'): Bytes {
  const isKnown = framing === 'known';
  const section = (lines: readonly FieldLine[]): Bytes => {
    const written = concat(...lines.map(writeLine));
    return isKnown ? counted(written) : concat(written, terminator);
  };
  const { headers, content, trailers } = message;
  const chunk = isKnown || content.length > 0 ? counted(content) : content;
  return concat(
    varint(indicators[message.kind][framing]),
    ...controlData(message, section),
    section(headers),
    isKnown ? chunk : concat(chunk, terminator),
    section(trailers),
  );
}

function controlData(message: BinaryMessage, section: (lines: readonly FieldLine[]) => Bytes): Bytes[] {
  if (message.kind === 'request') {
    const { method, scheme, authority, path } = message;
    return [method, scheme, authority, path].map(writeText);
  }
  const early = message.informational.flatMap(({ status, headers }) => [varint(status), section(headers)]);
  return [...early, varint(message.status)];
}

function writeLine(line: FieldLine): Bytes {
  if (!isFieldLine(line)) throw new TypeError('a field line needs a lower-case name and a value of one line');
  return concat(...line.map(writeText));
}

function writeText(text: string): Bytes {
  return counted(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}
