/** Streamed replies: one padded content chunk each, read back only as they were written. */
import { describe, expect, it } from 'vitest';
import { concat } from '../../../runtime/bytes.ts';
import type { Bytes } from '../../../runtime/bytes.ts';
import { readResponse } from '../../../runtime/wire/read-response.ts';
import { readStreamed } from '../../../runtime/wire/read-reply.ts';
import { streamEnd, streamHead, writeStreamed } from '../../../runtime/wire/reply.ts';
import { streamSizes } from '../../../runtime/wire/sizes.ts';
import { counted } from '../../../runtime/wire/varint.ts';

const classes = [64, 256];
const end = streamEnd(undefined, classes);
const first = writeStreamed({ output: 1 }, classes);
const second = writeStreamed({ output: 'x'.repeat(100) }, classes);

describe('streamed replies', () => {
  it('have the sizes of their classes', () => {
    expect([first.length, second.length]).toEqual([64 + 2, 256 + 2]);
  });

  it('give their outputs in order', async () => {
    expect(await read([streamHead, first, second, end])).toEqual([1, 'x'.repeat(100)]);
    expect(await read([streamHead, end])).toEqual([]);
  });

  it('are one Binary HTTP response', () => {
    const whole = readResponse(concat(streamHead, first, second, end), () => new RangeError());
    expect(whole).toMatchObject({ kind: 'response', status: 200, trailers: [] });
    expect(whole.content).toHaveLength(64 + 256);
  });

  it('end with the error that one of them carries', async () => {
    const failed = writeStreamed({ error: { code: 'ERR_HANDLER', detail: 'TypeError' } }, classes);
    await expect(read([streamHead, first, failed, end])).rejects.toMatchObject({ code: 'ERR_HANDLER' });
    const last = streamEnd({ error: { code: 'ERR_HANDLER' } }, classes);
    await expect(read([streamHead, first, last])).rejects.toMatchObject({ code: 'ERR_HANDLER' });
  });

  it('end in one size, whatever they end with', () => {
    expect(streamEnd({ error: { code: 'ERR_OUTPUT_INVALID' } }, classes)).toHaveLength(end.length);
  });

  it('have sizes that the broker can tell without opening them', () => {
    const sealed = (piece: Bytes, isFinal = false): number => {
      const length = piece.length + 16;
      return isFinal ? 1 + length : counted(new Uint8Array(length)).length;
    };
    const large = [256, 16_384, 65_536];
    const sizes = streamSizes(large);
    expect(sizes.opening).toEqual([32, sealed(streamHead)]);
    expect(sizes.chunks).toEqual(large.map((size) => sealed(writeStreamed({ output: 1 }, [size]))));
    expect(sizes.final).toBe(sealed(streamEnd(undefined, large), true));
  });

  it.each<[string, Bytes[]]>([
    ['nothing', []],
    ['no head', [first, end]],
    ['no end', [streamHead, first]],
    ['more after the end', [streamHead, end, first]],
    ['two replies in one piece', [streamHead, concat(first, second), end]],
    ['a reply that is cut', [streamHead, first.slice(0, -1), end]],
    ['an end that is none', [streamHead, concat(end, new Uint8Array([1]))]],
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
