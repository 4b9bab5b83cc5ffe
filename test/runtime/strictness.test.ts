/** Minimised input: unknown keys are refused at any depth, and loose schemas as a whole. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { validateStrictly } from '../../runtime/strictness.ts';

const author = { name: z.string() };
const chat = (object: typeof z.object): z.ZodType =>
  object({ author: object(author), lines: z.array(object({ text: z.string() })) });
const input = { author: { name: 'Ada' }, lines: [{ text: 'hello' }, { text: 'again' }] };

describe.each([
  ['strict', chat(z.strictObject as typeof z.object)],
  ['stripping', chat(z.object)],
])('a %s schema', (_, schema) => {
  it('takes an input that has what it asks for', async () => {
    expect(await validateStrictly(schema, input)).toEqual({ verdict: 'strict', value: input });
  });

  it.each([
    ['at the top', { ...input, extra: 1 }],
    ['in a member', { ...input, author: { name: 'Ada', email: 'a@b.c' } }],
    ['in an element of a list', { ...input, lines: [{ text: 'hello' }, { text: 'again', at: 1 }] }],
    ['with an undefined value', { ...input, extra: null }],
  ])('refuses an unknown key %s', async (__, given) => {
    expect(await validateStrictly(schema, given)).toEqual({ verdict: 'invalid' });
  });
});

describe('a loose schema', () => {
  it.each<[string, z.ZodType]>([
    ['at the top', z.looseObject({ author: z.strictObject(author), lines: z.array(z.any()) })],
    ['in a member', z.strictObject({ author: z.looseObject(author), lines: z.array(z.any()) })],
    ['in the elements of a list', z.strictObject({ author: z.any(), lines: z.array(z.looseObject({})) })],
    ['that takes anything', z.any()],
  ])('%s is found out by a key of our own', async (_, schema) => {
    expect(await validateStrictly(schema, input)).toEqual({ verdict: 'loose' });
  });
});

describe('a schema', () => {
  it('of a record with values of one type is strict: its keys are data', async () => {
    const schema = z.record(z.string(), z.number());
    expect(await validateStrictly(schema, { hello: 2 })).toEqual({ verdict: 'strict', value: { hello: 2 } });
  });

  it('may rename, add and transform', async () => {
    const schema = z.strictObject({ text: z.string(), lang: z.string().default('en') }).transform((note) => ({
      words: note.text.split(' '),
    }));
    expect(await validateStrictly(schema, { text: 'one two' })).toEqual({
      verdict: 'strict',
      value: { words: ['one', 'two'] },
    });
  });

  it('that says no is believed', async () => {
    expect(await validateStrictly(z.string(), 7)).toEqual({ verdict: 'invalid' });
  });
});
