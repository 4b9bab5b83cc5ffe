/** Minimised input: unknown keys are refused at any depth, and loose schemas as a whole. */
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import type { StandardSchema } from '../../runtime/index.ts';
import { validateStrictly } from '../../runtime/strictness.ts';

const author = { name: v.string() };
const line = { text: v.string() };
const strict = v.strictObject({
  author: v.strictObject(author),
  lines: v.array(v.strictObject(line)),
});
const stripping = v.object({ author: v.object(author), lines: v.array(v.object(line)) });
const input = { author: { name: 'Ada' }, lines: [{ text: 'hello' }, { text: 'again' }] };

describe.each<[string, StandardSchema<unknown, unknown>]>([
  ['strict', strict],
  ['stripping', stripping],
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
  it.each<[string, StandardSchema<unknown, unknown>]>([
    ['at the top', v.looseObject({ author: v.strictObject(author), lines: v.array(v.any()) })],
    ['in a member', v.strictObject({ author: v.looseObject(author), lines: v.array(v.any()) })],
    ['in the elements of a list', v.strictObject({ author: v.any(), lines: v.array(v.looseObject({})) })],
    ['that takes anything', v.any()],
  ])('%s is found out by a key of our own', async (_, schema) => {
    expect(await validateStrictly(schema, input)).toEqual({ verdict: 'loose' });
  });
});

describe('a schema', () => {
  it('of a record with values of one type is strict: its keys are data', async () => {
    const schema = v.record(v.string(), v.number());
    expect(await validateStrictly(schema, { hello: 2 })).toEqual({ verdict: 'strict', value: { hello: 2 } });
  });

  it('may rename, add and transform', async () => {
    const schema = v.pipe(
      v.strictObject({ text: v.string(), lang: v.optional(v.string(), 'en') }),
      v.transform((note) => ({ words: note.text.split(' ') })),
    );
    expect(await validateStrictly(schema, { text: 'one two' })).toEqual({
      verdict: 'strict',
      value: { words: ['one', 'two'] },
    });
  });

  it('that says no is believed', async () => {
    expect(await validateStrictly(v.string(), 7)).toEqual({ verdict: 'invalid' });
  });
});
