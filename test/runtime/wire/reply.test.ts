/** Replies: padded to a size class, and read back with care. */
import { describe, expect, it } from 'vitest';
import { padReply, readReply } from '../../../runtime/wire/reply.ts';

const classes = [64, 128];

describe('a reply', () => {
  it('has the size of the smallest class that holds it', () => {
    expect(padReply({ output: 'short' }, classes)).toHaveLength(64);
    expect(padReply({ output: 'x'.repeat(64) }, classes)).toHaveLength(128);
    expect(() => padReply({ output: 'x'.repeat(128) }, classes)).toThrow(
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
    ['a length beyond its end', new Uint8Array([0, 0, 1, 0, 1])],
    ['no JSON', reply('{')],
    ['another value', reply('7')],
    ['neither output nor error', reply('{}')],
    ['an unknown code', reply('{"error":{"code":"ERR_NEW"}}')],
  ])('that holds %s is not one', (_, bytes) => {
    expect(() => readReply(bytes)).toThrow(expect.objectContaining({ code: 'ERR_BROKER_ANSWER' }));
  });
});

function reply(json: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([0, 0, 0, json.length, ...Buffer.from(json)]);
}
