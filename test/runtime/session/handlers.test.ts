/** Handlers that stray: what the guard takes from them, and how their sessions end. */
import { describe, expect, it } from 'vitest';
import { failure, isAlive, patience, watch } from '../brokers.ts';

const { request, records, ends } = await watch('straying.ts');

describe('a handler', () => {
  it.each([
    ['reads a file', 'Error'],
    ['reaches node:fs through process', 'TypeError'],
    ['evaluates text', 'EvalError'],
    ['asks the network', 'ReferenceError'],
    ['talks to the broker', 'TypeError'],
    ['kills the broker', 'TypeError'],
    ['unregistered code', 'TypeError'],
  ])('that %s fails, and only the type of its error gets out', async (how, type) => {
    expect(await failure(request({ how }))).toMatchObject({ code: 'ERR_HANDLER', detail: type });
  });

  it('finds no channel, no report, no arguments and no environment', async () => {
    const { text } = (await request({ how: 'lists what is open' })) as { text: string };
    expect(text).toBe('undefined undefined 0 ');
  });

  it.each([
    ['never answers', 'ERR_DEADLINE'],
    ['endless loop', 'ERR_DEADLINE'],
    ['forgotten timer', 'ERR_UNFINISHED_WORK'],
    ['large output', 'ERR_OUTPUT_INVALID'],
    ['wrong output', 'ERR_OUTPUT_INVALID'],
  ])('that has a fault (%s) ends with %s, and its process is gone', async (how, code) => {
    expect((await failure(request({ how }))).code).toBe(code);
    await expect.poll(() => ends().filter(({ pid }) => isAlive(pid)), patience).toEqual([]);
  });
});

describe('egress', () => {
  it.each(['undeclared event', 'undeclared value', 'too many events'])(
    'is rejected when a handler emits: %s',
    async (how) => {
      records.length = 0;
      expect((await failure(request({ how }))).code).toBe('ERR_EGRESS_REJECTED');
      expect(records.length).toBe(how === 'too many events' ? 2 : 0);
    },
  );

  it('leaves in the order of its declaration, whatever the handler did first', async () => {
    records.length = 0;
    await request({ how: 'events in disorder' });
    expect(records).toEqual([
      { event: 'begin', fields: {} },
      { event: 'step', fields: { stage: 'two', items: 2 } },
      { event: 'step', fields: { stage: 'one', items: 0 } },
    ]);
  });
});
