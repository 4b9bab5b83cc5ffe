/** Streaming handlers: outputs one by one, in sizes that tell nothing, with back-pressure, and never silently cut. */
import { describe, expect, it } from 'vitest';
import { connect } from '../../../runtime/client/index.ts';
import { failure, isAlive, patience, watch } from '../brokers.ts';

const { broker, ends, events, records, request } = await watch('counting.ts');
const client = connect<Counting>(broker.url, { evidence: ['sim'] });

interface Counting {
  readonly types?: { readonly input: { to: number; then: string }; readonly output: { count: number } };
}

describe('a stream', () => {
  it('gives each output in order, and its events', async () => {
    expect(await collect(client.stream({ to: 3, then: 'end' }))).toEqual({ counts: [1, 2, 3] });
    expect(records).toEqual([{ event: 'counted', fields: { to: '<=3' } }]);
    await expect.poll(() => ends().length, patience).toBe(1);
    expect(
      ends()
        .map(({ pid }) => pid)
        .filter(isAlive),
    ).toEqual([]);
  });

  it.each([
    ['fail', { code: 'ERR_PUBLIC', detail: 'TIRED' }],
    ['throw', { code: 'ERR_HANDLER', detail: 'RangeError' }],
    ['wrong', { code: 'ERR_OUTPUT_INVALID' }],
    ['hang', { code: 'ERR_SESSION_ENDED' }],
  ])('that ends with %s gives what came before, then the error', async (then, error) => {
    expect(await collect(client.stream({ to: 2, then }))).toMatchObject({ counts: [1, 2], error });
  });

  it('with an input that is none is one error', async () => {
    const { counts, error } = await collect(client.stream({ to: 2 } as never));
    expect({ counts, code: error?.code }).toEqual({ counts: [], code: 'ERR_INPUT_INVALID' });
  });

  it('has at most the chunks that were declared', async () => {
    const { counts, error } = await collect(client.stream({ to: 21, then: 'end' }));
    expect({ count: counts.length, code: error?.code }).toEqual({ count: 20, code: 'ERR_OUTPUT_INVALID' });
  });

  it('that fails has the size of one that does not', async () => {
    const started = (): number => events.filter(({ event }) => event === 'session-started').length;
    await expect.poll(() => started() - ends().length, patience).toBe(0);
    const before = ends().length;
    for (const then of ['end', 'fail', 'throw']) await collect(client.stream({ to: 2, then }));
    await expect.poll(() => ends().length, patience).toBe(before + 3);
    expect(
      new Set(
        ends()
          .slice(before)
          .map(({ responseBytes }) => responseBytes),
      ).size,
    ).toBe(1);
  });

  it('that its client leaves ends its process', async () => {
    for await (const { count } of client.stream({ to: 3, then: 'hang' })) if (count === 2) break;
    await expect.poll(() => ends().at(-1)?.outcome, patience).toBe('cancelled');
  });

  it('is refused to a client that asks for one answer, before anything is sealed', async () => {
    const before = ends().length;
    expect((await failure(request({ to: 1, then: 'end' }))).code).toBe('ERR_STREAMING');
    expect(ends()).toHaveLength(before);
  });

  it('of a processor that answers once is that answer', async () => {
    const once = await watch('word-count.ts', { poolSize: 1 });
    const words: unknown[] = [];
    const single = connect(once.broker.url, { evidence: ['sim'] });
    for await (const output of single.stream({ text: 'one two' })) words.push(output);
    expect(words).toEqual([{ words: 2 }]);
  });
});

async function collect(
  stream: AsyncIterable<{ count: number }>,
): Promise<{ counts: number[]; error?: { code?: string } }> {
  const counts: number[] = [];
  try {
    for await (const { count } of stream) counts.push(count);
    return { counts };
  } catch (thrown) {
    return { counts, error: thrown as { code?: string } };
  }
}
