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
  const { content } = message;
  if (framing === 'known')
    return concat(writeHead(message, 'known'), counted(content), section(message.trailers, 'known'));
  const chunk = content.length > 0 ? counted(content) : content;
  return concat(
    writeHead(message, 'indeterminate'),
    chunk,
    terminator,
    section(message.trailers, 'indeterminate'),
  );
}

/** The part before the content: framing indicator, control data, header section. */
export function writeHead(message: BinaryMessage, framing: Framing): Bytes {
  return concat(
    varint(indicators[message.kind][framing]),
    ...controlData(message, framing),
    section(message.headers, framing),
  );
}

function controlData(message: BinaryMessage, framing: Framing): Bytes[] {
  if (message.kind === 'request') {
    const { method, scheme, authority, path } = message;
    return [method, scheme, authority, path].map((text) => counted(bytesOf(text)));
  }
  const informational = message.informational.map(({ status, headers }) =>
    concat(varint(status), section(headers, framing)),
  );
  return [...informational, varint(message.status)];
}

function section(lines: readonly FieldLine[], framing: Framing): Bytes {
  const written = concat(...lines.map(writeLine));
  return framing === 'known' ? counted(written) : concat(written, terminator);
}

function writeLine(line: FieldLine): Bytes {
  if (!isFieldLine(line)) throw new TypeError('a field line needs a lower-case name and a value of one line');
  return concat(...line.map((text) => counted(bytesOf(text))));
}

function bytesOf(text: string): Bytes {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
