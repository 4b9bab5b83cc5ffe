/** The forms in which a text can lie in memory or in a file. */
import { Buffer } from 'node:buffer';

/** A text under the name of an encoding. */
export interface Encoded {
  readonly encoding: string;
  readonly bytes: Buffer;
}

/**
 * The text in six encodings: plain, UTF-16, upper case, base64 (at its three alignments), hexadecimal, JSON-escaped.
 *
 * @param text at least 12 characters, or hits by chance are to be expected
 */
export function encodingsOf(text: string): readonly Encoded[] {
  return [
    { encoding: 'plain', bytes: Buffer.from(text) },
    { encoding: 'utf-16', bytes: Buffer.from(text, 'utf16le') },
    { encoding: 'upper case', bytes: Buffer.from(text.toUpperCase()) },
    ...[0, 1, 2].map((shift) => ({ encoding: 'base64', bytes: Buffer.from(base64At(text, shift)) })),
    { encoding: 'hex', bytes: Buffer.from(Buffer.from(text).toString('hex')) },
    { encoding: 'json-escaped', bytes: Buffer.from(escapeAll(text)) },
  ];
}

/** Names of the encodings in which a text is found in some bytes. */
export function encodingsIn(bytes: Buffer, encoded: readonly Encoded[]): readonly string[] {
  return encoded.filter((form) => bytes.includes(form.bytes)).map(({ encoding }) => encoding);
}

// Base64 of a text depends on where in its group of three bytes it begins; its ends depend on the neighbours.
function base64At(text: string, shift: number): string {
  const whole = Buffer.from(`${'\0'.repeat(shift)}${text}`)
    .toString('base64')
    .replace(/=+$/, '');
  return whole.slice(shift === 0 ? 0 : 4, -3);
}

function escapeAll(text: string): string {
  return Array.from(text, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join(
    '',
  );
}
