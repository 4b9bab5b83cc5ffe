/** Replies: padded to a size class, and read back with care. */
import { describe, expect, it } from 'vitest';
import { concat, utf8 } from '../../../runtime/bytes.ts';
import type { Bytes } from '../../../runtime/bytes.ts';
import { writeInput } from '../../../runtime/wire/write-input.ts';
import type { BinaryResponse } from '../../../runtime/wire/message.ts';
import { readReply } from '../../../runtime/wire/read-reply.ts';
import { padReply } from '../../../runtime/wire/reply.ts';
import { writeMessage } from '../../../runtime/wire/write-message.ts';

const classes = [128, 256];

describe('a reply', () => {
  it('has the size of the smallest class that holds it', () => {
    expect(padReply({ output: 'short' }, classes)).toHaveLength(128);
    expect(padReply({ output: 'x'.repeat(128) }, classes)).toHaveLength(256);
    expect(() => padReply({ output: 'x'.repeat(256) }, classes)).toThrow(
      expect.objectContaining({ code: 'ERR_OUTPUT_INVALID' }),
    );
  });

  it('gives its output, or throws its error', () => {
    expect(readReply(padReply({ output: { words: 2 } }, classes))).toEqual({ words: 2 });
    const failed = padReply({ error: { code: 'ERR_HANDLER', detail: 'TypeError' } }, classes);
    expect(() => readReply(failed)).toThrow(
      expect.objectContaining({ code: 'ERR_HANDLER', detail: 'TypeError' }),
    );
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['a length beyond its end', new Uint8Array([1, 0x40, 200, 0, 9, 1])],
    ['a request', writeInput('{}', 'known')],
    ['padding that is not zero', concat(reply('{"output":1}'), new Uint8Array([1]))],
    ['no JSON', reply('{')],
    ['another value', reply('7')],
    ['neither output nor error', reply('{}')],
    ['an unknown code', reply('{"error":{"code":"ERR_NEW"}}')],
  ])('that holds %s is not one', (_, bytes) => {
    expect(() => readReply(bytes)).toThrow(expect.objectContaining({ code: 'ERR_BROKER_ANSWER' }));
  });
});

function reply(json: string): Bytes {
  const response: BinaryResponse = {
    kind: 'response',
    informational: [],
    status: 200,
    headers: [],
    content: utf8(json),
    trailers: [],
  };
  return writeMessage(response);
}
