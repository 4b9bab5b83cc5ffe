/** How an upstream is declared: checked where it stands, typed by its processor, part of the manifest. */
import { describe, expect, expectTypeOf, it } from 'vitest';
import { sessionBits } from '../../../runtime/egress/budget.ts';
import { plaintext, processor, upstream } from '../../../runtime/index.ts';
import type { Plaintext } from '../../../runtime/index.ts';
import { Processor } from '../../../runtime/processor-parts.ts';
import { requestSize } from '../../../runtime/wire/sizes.ts';
import { strictObject } from '../fixtures/schemas.ts';
import type wordCount from '../fixtures/word-count.ts';

const policy = { evidence: ['sim'], launchDigests: ['ab'.repeat(32)] } as const;
const base = {
  name: 'calling',
  input: strictObject({ text: 'string' }),
  output: strictObject({ words: 'number' }),
};

describe('an upstream', () => {
  it('is called with what its processor takes, tagged or not, and gives plaintext', () => {
    const calling = processor({
      ...base,
      uses: { counter: upstream<typeof wordCount>('http://127.0.0.1:9', policy) },
      handle: async ({ text }, { use }) => {
        expectTypeOf(use.counter).parameters.toEqualTypeOf<[{ readonly text: string }]>();
        expectTypeOf(use.counter).returns.resolves.toEqualTypeOf<Plaintext<{ readonly words: number }>>();
        expectTypeOf(use).not.toHaveProperty('other');
        const { words } = await use.counter({ text: plaintext(text) });
        return { words };
      },
    });
    expect(Processor.partsOf(calling)?.uses.map(({ name }) => name)).toEqual(['counter']);
  });

  it('is in the manifest: address, policy, number, sizes', () => {
    const counter = upstream<typeof wordCount>('https://model.example/v1', policy, {
      maxCalls: 2,
      padInput: [512, 2048],
    });
    const parts = Processor.partsOf(processor({ ...base, uses: { counter }, handle: () => ({ words: 0 }) }));
    expect(parts?.description.egress.uses).toEqual([
      {
        name: 'counter',
        url: 'https://model.example/v1/',
        policy: JSON.stringify(policy),
        maxCalls: 2,
        sizes: [requestSize('x-wing', 512), requestSize('x-wing', 2048)],
        maxChunks: 0,
        waitMs: 5_000,
      },
    ]);
    expect(parts?.description.egress.bits).toBeCloseTo(1 + 2 + Math.log2(1 + 2 + 4), 10);
  });

  it('shares its place in time with the chunks of a stream', () => {
    const uses = [{ maxCalls: 1, sizes: [1, 2], maxChunks: 0 }];
    const bits = sessionBits({ events: [], publicErrors: 0, sizeClasses: 3, maxChunks: 2, uses });
    expect(bits).toBeCloseTo(1 + Math.log2(1 + 5 + 25 + 125), 10);
  });

  it('that streams counts each question for a frame, and the word that leaves it: what is left unread could tell something', () => {
    const uses = [{ maxCalls: 1, sizes: [1, 2], maxChunks: 3 }];
    const bits = sessionBits({ events: [], publicErrors: 0, sizeClasses: 1, maxChunks: 0, uses });
    expect(bits).toBeCloseTo(1 + Math.log2((4 ** 9 - 1) / 3), 10);
  });

  it.each([
    ['an address that is none', () => upstream('model', policy)],
    ['another scheme', () => upstream('ftp://model.example', policy)],
    ['credentials', () => upstream('https://user:word@model.example', policy)],
    ['a query', () => upstream('https://model.example/?q=1', policy)],
    ['no call at all', () => upstream('https://model.example', policy, { maxCalls: 0 })],
    ['sizes that descend', () => upstream('https://model.example', policy, { padInput: [512, 256] })],
    ['too many chunks', () => upstream('https://model.example', policy, { maxChunks: -1 })],
    ['no time', () => upstream('https://model.example', policy, { waitMs: 0 })],
  ])('with %s is refused where it is declared', (_, declare) => {
    expect(declare).toThrow(TypeError);
  });

  it('that was not made by upstream is none', () => {
    const forged = { call: () => Promise.resolve({ words: 1 }) };
    const declare = (uses: never): unknown => processor({ ...base, uses, handle: () => ({ words: 0 }) });
    expect(() => declare({ counter: forged } as never)).toThrow('uses.counter must be made by upstream');
    expect(() => declare({ 'a b': upstream('https://model.example', policy) } as never)).toThrow(TypeError);
  });
});
