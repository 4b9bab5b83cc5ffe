/** Streamed replies: one padded content chunk each, read back only as they were written. */
import { describe, expect, it } from 'vitest';
import { concat } from '../../../runtime/bytes.ts';
import type { Bytes } from '../../../runtime/bytes.ts';
import { readMessage } from '../../../runtime/wire/read-message.ts';
import { readStreamed } from '../../../runtime/wire/read-reply.ts';
import { streamEnd, streamHead, writeStreamed } from '../../../runtime/wire/reply.ts';

const classes = [64, 256];
const first = writeStreamed({ output: 1 }, classes);
const second = writeStreamed({ output: 'x'.repeat(100) }, classes);

describe('streamed replies', () => {
  it('have the sizes of their classes', () => {
    expect([first.length, second.length]).toEqual([64 + 2, 256 + 2]);
  });

  it('give their outputs in order', async () => {
    expect(await read([streamHead, first, second, streamEnd])).toEqual([1, 'x'.repeat(100)]);
    expect(await read([streamHead, streamEnd])).toEqual([]);
  });

  it('are one Binary HTTP response', () => {
    const whole = readMessage(concat(streamHead, first, second, streamEnd), () => new RangeError());
    expect(whole).toMatchObject({ kind: 'response', status: 200, trailers: [] });
    expect(whole.content).toHaveLength(64 + 256);
  });

  it('end with the error that one of them carries', async () => {
    const failed = writeStreamed({ error: { code: 'ERR_HANDLER', detail: 'TypeError' } }, classes);
    await expect(read([streamHead, first, failed, streamEnd])).rejects.toMatchObject({ code: 'ERR_HANDLER' });
  });

  it.each<[string, Bytes[]]>([
    ['nothing', []],
    ['no head', [first, streamEnd]],
    ['no end', [streamHead, first]],
    ['more after the end', [streamHead, streamEnd, first]],
    ['two replies in one piece', [streamHead, concat(first, second), streamEnd]],
    ['a reply that is cut', [streamHead, first.slice(0, -1), streamEnd]],
    ['a longer end', [streamHead, concat(streamEnd, streamEnd)]],
  ])('with %s are none', async (_, pieces) => {
    await expect(read(pieces)).rejects.toMatchObject({ code: 'ERR_BROKER_ANSWER' });
  });
});

async function read(pieces: readonly Bytes[]): Promise<unknown[]> {
  const stream = (async function* () {
    for (const piece of pieces) yield await Promise.resolve(piece);
  })();
  const outputs: unknown[] = [];
  for await (const output of readStreamed(stream)) outputs.push(output);
  return outputs;
}
