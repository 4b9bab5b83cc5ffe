/** Binary HTTP (RFC 9292): the published messages, read and written, and those that must be refused. */
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../runtime/bytes.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import type { BinaryMessage, FieldLine } from '../../runtime/wire/message.ts';
import { readRequest } from '../../runtime/wire/read-request.ts';
import { readResponse } from '../../runtime/wire/read-response.ts';
import { writeMessage } from '../../runtime/wire/write-message.ts';
import { bytesOf, hexOf, listVectors, readVectors } from './files.ts';
import type { Vector } from './files.ts';

const [file] = listVectors([readVectors('bhttp/messages.json')]);
const valid = listVectors(file?.['valid']);
const invalid = listVectors(file?.['invalid']);
const read = (vector: Vector): BinaryMessage => readMessage(bytesOf(vector, 'bhttp'));

it('finds the published messages', () => {
  expect([valid.length, invalid.length]).toEqual([10, 11]);
});

describe('a valid message', () => {
  it.each(valid)('($name) is read', (vector) => {
    expect(read(vector)).toEqual(expected(vector));
  });

  it.each(valid.filter(({ canonical }) => canonical))('($name) is written', (vector) => {
    const framing = Number(vector['framing']) < 2 ? 'known' : 'indeterminate';
    expect(hexOf(writeMessage(expected(vector), framing))).toBe(vector['bhttp']);
  });

  it.each(valid)('($name) makes the round trip in both forms', (vector) => {
    const message = expected(vector);
    for (const framing of ['known', 'indeterminate'] as const)
      expect(readMessage(writeMessage(message, framing))).toEqual(message);
  });
});

describe('an invalid message', () => {
  it.each(invalid)('($name) is refused: $reason', (vector) => {
    expect(() => read(vector)).toThrow(RangeError);
  });
});

// The framing indicator says which kind a message is of (section 3.3); whoever reads one here knows it beforehand.
function readMessage(bytes: Bytes): BinaryMessage {
  const fault = (): Error => new RangeError();
  return bytes[0] === 1 || bytes[0] === 3 ? readResponse(bytes, fault) : readRequest(bytes, fault);
}

function expected(vector: Vector): BinaryMessage {
  const { content_utf8: content, ...rest } = vector['expect'] as { content_utf8: string } & BinaryMessage;
  const informational = 'informational' in rest ? (rest.informational as readonly unknown[]) : [];
  const early = informational.map((each) => each as { status: number; headers: FieldLine[] });
  const message = { ...rest, content: utf8(content) };
  return message.kind === 'response' ? { ...message, informational: early } : message;
}
