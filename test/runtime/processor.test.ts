/** `processor` as its author sees it: what the compiler knows, and what is refused where it is written. */
import { describe, expect, expectTypeOf, it } from 'vitest';
import { connect } from '../../runtime/client/index.ts';
import { bucket, egress, flag, oneOf, processor } from '../../runtime/index.ts';
import type { Definition, Plaintext } from '../../runtime/index.ts';
import { Processor } from '../../runtime/processor-parts.ts';
import { strictObject } from './fixtures/schemas.ts';

const definition = {
  name: 'word-count',
  input: strictObject({ text: 'string' }),
  output: strictObject({ words: 'number' }),
} as const;

describe('a handler', () => {
  it('gets its input as plaintext, and emits only what is declared', () => {
    const counted = processor({
      ...definition,
      egress: egress(
        { done: { max: 1, fields: { outcome: oneOf('ok', 'empty'), words: bucket([1]), cached: flag() } } },
        { maxBits: 12 },
      ),
      publicErrors: ['EMPTY'],
      handle(input, session) {
        expectTypeOf(input).toEqualTypeOf<Plaintext<{ readonly text: string }>>();
        expectTypeOf(session.emit).parameter(0).toEqualTypeOf<'done'>();
        expectTypeOf(session.emit<'done'>)
          .parameter(1)
          .toEqualTypeOf<{
            readonly outcome: 'ok' | 'empty';
            readonly words: number;
            readonly cached: boolean;
          }>();
        expectTypeOf(session.fail).parameter(0).toEqualTypeOf<'EMPTY'>();
        return { words: input.text.length };
      },
    });
    expect(Object.keys(counted)).toEqual([]);
  });

  it('without declarations can emit nothing and fail with no code', () => {
    processor({
      ...definition,
      handle(input, session) {
        expectTypeOf(session.emit).parameter(0).toEqualTypeOf<never>();
        expectTypeOf(session.fail).parameter(0).toEqualTypeOf<never>();
        return { words: input.text.length };
      },
    });
  });

  it('must return what the output schema takes', () => {
    // @ts-expect-error -- words is a number
    processor({ ...definition, handle: () => ({ words: 'three' }) });
    // @ts-expect-error -- and it is there
    processor({ ...definition, handle: () => ({}) });
    expectTypeOf<Definition<unknown, unknown, number, number, never, never, never>>()
      .toHaveProperty('handle')
      .returns.toEqualTypeOf<number | Promise<number> | AsyncIterable<number>>();
  });
});

describe('a client', () => {
  it('is typed by its processor', () => {
    const counted = processor({ ...definition, handle: (input) => ({ words: input.text.length }) });
    const client = connect<typeof counted>('http://127.0.0.1:1', { evidence: ['sim'] });
    expect(Object.keys(counted)).toEqual([]);
    expectTypeOf(client.request).parameter(0).toEqualTypeOf<{ readonly text: string }>();
    expectTypeOf(client.request).returns.resolves.toEqualTypeOf<{ readonly words: number }>();
  });
});

describe('a schema that throws', () => {
  it('has not taken the input, and its text is dropped', async () => {
    const validate = (value: unknown): never => {
      throw new Error(`cannot read ${String(value)}`);
    };
    const input = { '~standard': { version: 1, vendor: 'fixture', validate } };
    const parts = Processor.partsOf(processor({ ...definition, input, handle: () => ({ words: 0 }) }));
    const session = {
      emit: () => undefined,
      fail: () => {
        throw new Error('not reached');
      },
      use: {},
    };
    const ended: unknown = await parts?.run('the heron', session).catch((thrown: unknown) => thrown);
    expect(ended).toMatchObject({ code: 'ERR_INPUT_INVALID', detail: undefined });
  });
});

describe('a definition', () => {
  const handle = (): { words: number } => ({ words: 0 });

  it.each([
    [{ wallMs: 0 }, 'limits.wallMs'],
    [{ memoryMb: 8 }, 'limits.memoryMb'],
    [{ inputBytes: 1.5 }, 'limits.inputBytes'],
    [{ padOutput: [] }, 'limits.padOutput'],
    [{ padOutput: [1024, 512] }, 'limits.padOutput'],
    [{ padOutput: [16] }, 'limits.padOutput'],
  ])('with limits %j is refused by the name of the limit', (limits, name) => {
    expect(() => processor({ ...definition, limits, handle })).toThrow(name);
  });

  it('with a name or a code that is none, or without a schema, is refused', () => {
    expect(() => processor({ ...definition, name: 'Word Count', handle })).toThrow('processor name');
    expect(() => processor({ ...definition, publicErrors: ['not a code'], handle })).toThrow('publicErrors');
    const input = { '~standard': { ...definition.input['~standard'], version: 2 } };
    expect(() => processor({ ...definition, input, handle })).toThrow('input is not a Standard Schema');
  });
});
