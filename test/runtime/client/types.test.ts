/** What the compiler says of a client: its processor's own input and output, whole and streamed, and nothing else. */
import { processor } from 'stateless-runtime';
import * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { connect } from '../../../runtime/client/index.ts';
import type { Client } from '../../../runtime/client/index.ts';
import { Processor } from '../../../runtime/processor-parts.ts';

const summarise = processor({
  name: 'summarise',
  input: v.strictObject({ messages: v.array(v.string()), words: v.optional(v.number(), 50) }),
  output: v.strictObject({ summary: v.string() }),
  handle: ({ messages, words }) => ({ summary: messages.join(' ').slice(0, words) }),
});

const translate = processor({
  name: 'translate',
  input: v.strictObject({ text: v.string(), to: v.picklist(['de', 'fr']) }),
  output: v.strictObject({ part: v.string(), at: v.pipe(v.string(), v.transform(Number)) }),
  limits: { maxChunks: 10 },
  async *handle({ text }) {
    yield await Promise.resolve({ part: text, at: '1' });
  },
});

type Summariser = Client<typeof summarise>;
type Translator = Client<typeof translate>;

describe('a client of a processor', () => {
  it('is typed by what the runtime takes for one', () => {
    const names = [summarise, translate].map((each) => Processor.partsOf(each)?.description.name);
    expect(names).toEqual(['summarise', 'translate']);
  });

  it('takes what the input schema takes, with its optional members', () => {
    expectTypeOf<Parameters<Summariser['request']>[0]>().toEqualTypeOf<{
      messages: string[];
      words?: number | undefined;
    }>();
    expectTypeOf<Parameters<Translator['stream']>[0]>().toEqualTypeOf<{ text: string; to: 'de' | 'fr' }>();
  });

  it('gives what the output schema makes, and not what the handler returned', () => {
    expectTypeOf<Summariser['request']>().returns.resolves.toEqualTypeOf<{ summary: string }>();
    expectTypeOf<Translator['request']>().returns.resolves.toEqualTypeOf<{ part: string; at: number }>();
  });

  it('gives the outputs of a stream one by one', () => {
    expectTypeOf<ReturnType<Translator['stream']>>().toEqualTypeOf<
      AsyncGenerator<{ part: string; at: number }, void, void>
    >();
    expectTypeOf<ReturnType<Summariser['stream']>>().toEqualTypeOf<
      AsyncGenerator<{ summary: string }, void, void>
    >();
  });

  it('is what connect gives for it', () => {
    expectTypeOf(connect<typeof summarise>).returns.toEqualTypeOf<Summariser>();
    expectTypeOf(connect<typeof translate>).returns.toEqualTypeOf<Translator>();
  });

  it('refuses another input', () => {
    const client = connect<typeof summarise>('http://127.0.0.1:9', { evidence: [] });
    const translator = connect<typeof translate>('http://127.0.0.1:9', { evidence: [] });
    expectTypeOf(() => {
      // @ts-expect-error -- a member is missing
      void client.request({});
      // @ts-expect-error -- a member is of another type
      void client.request({ messages: 'one' });
      // @ts-expect-error -- a member is unknown
      void client.request({ messages: [], author: 'Ada' });
      // @ts-expect-error -- a member has another value
      void translator.stream({ text: 'one', to: 'it' });
      // @ts-expect-error -- the output has no such member
      void client.request({ messages: [] }).then(({ words }) => String(words));
    }).toBeFunction();
  });

  it('of an unknown processor takes and gives what is unknown', () => {
    expectTypeOf<Parameters<Client<object>['request']>[0]>().toBeUnknown();
    expectTypeOf<Client<object>['request']>().returns.resolves.toBeUnknown();
  });
});
