/** A handler that spills its input: nothing of it reaches the broker's output, its observers, or the client's error. */
import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { connect } from '../../../runtime/client/index.ts';
import { startCommand } from '../cli/command.ts';
import { fixture, watch } from '../brokers.ts';

const canary = 'the-heron-nests-at-dawn';
const ways = [
  ['error message', 'ERR_HANDLER', 'Error'],
  ['error name', 'ERR_HANDLER', 'RangeError'],
  ['bare value', 'ERR_HANDLER', 'unknown'],
  ['own class', 'ERR_HANDLER', 'TypeError'],
  ['cause', 'ERR_HANDLER', 'Error'],
  ['JSON.parse', 'ERR_HANDLER', 'SyntaxError'],
  ['getter', 'ERR_HANDLER', 'unknown'],
  ['rejection', 'ERR_HANDLER', 'Error'],
  ['unhandled rejection', 'ERR_SESSION_ENDED', undefined],
  ['uncaught later', 'ERR_SESSION_ENDED', undefined],
  ['exit code', 'ERR_HANDLER', 'TypeError'],
] as const;

it('leaks nothing to the client or to the broker’s observers', async () => {
  const { request, events, records } = await watch('spilling.ts');
  for (const [how, code, detail] of ways) {
    const error: unknown = await request({ text: canary, how }).catch((thrown: unknown) => thrown);
    expect(error, how).toMatchObject({ code, detail });
    expect(inspect(error, { depth: 9, showHidden: true }), how).not.toContain(canary);
  }
  expect(inspect([events, records], { depth: 9 })).not.toContain(canary);
});

it('keeps nothing in module state for the next session', async () => {
  const { request } = await watch('spilling.ts', { poolSize: 1 });
  expect(await request({ text: canary, how: 'module state' })).toEqual({ seen: 1 });
  expect(await request({ text: canary, how: 'module state' })).toEqual({ seen: 1 });
});

it('leaks nothing to the broker’s stdout and stderr', async () => {
  const command = startCommand('serve', fixture('spilling.ts'));
  const client = connect(await command.url(), { evidence: ['sim'] });
  for (const how of ['console', ...ways.map(([name]) => name)])
    await client.request({ text: canary, how }).catch(() => undefined);
  expect(await command.stop()).toBe(0);
  expect(command.output()).toContain('leak budget');
  expect(command.output()).not.toContain(canary);
});
