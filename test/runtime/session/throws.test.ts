/** A corpus of ordinary throws with secret input: no path out of the session carries a word of it. */
import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { connect } from '../../../runtime/client/index.ts';
import { startCommand } from '../cli/command.ts';
import { fixture, watch } from '../brokers.ts';
import { throws } from '../fixtures/throwing.ts';

const canary = 'the heron nests at dawn';
const word = /heron|nests|dawn/i;
const types =
  /^(?:Error|TypeError|RangeError|SyntaxError|ReferenceError|EvalError|URIError|AggregateError|DOMException|unknown)$/;
const ways = Object.keys(throws);

it('has at least 40 throws, most of which carry the input in the error itself', async () => {
  expect(ways.length).toBeGreaterThanOrEqual(40);
  let carrying = 0;
  // A socket reports its error to its own listeners, and a lack of memory would be this process's.
  for (const way of ways.filter((name) => name !== 'out of memory' && name !== 'net')) {
    const thrown = await Promise.resolve()
      .then(() => throws[way]?.(canary))
      .catch((error: unknown) => ({ error }));
    if (word.test(show(thrown))) carrying += 1;
  }
  expect(carrying).toBeGreaterThan(ways.length / 2);
});

it('leaks nothing to the client or to the broker’s observers, whatever is thrown', async () => {
  const { request, events, records } = await watch('throwing.ts', { poolSize: 3 });
  const left = [...ways];
  const tryOne = async (how: string): Promise<void> => {
    const error: unknown = await request({ text: canary, how }).catch((thrown: unknown) => thrown);
    const isDead = how === 'out of memory';
    expect(error, how).toMatchObject({ code: isDead ? 'ERR_SESSION_ENDED' : 'ERR_HANDLER' });
    if (!isDead) expect((error as { detail: string }).detail, how).toMatch(types);
    expect(show(error), how).not.toMatch(word);
  };
  const client = async (): Promise<void> => {
    for (let how = left.shift(); how !== undefined; how = left.shift()) await tryOne(how);
  };
  await Promise.all([client(), client(), client()]);
  expect(inspect([events, records], { depth: 9 })).not.toMatch(word);
}, 300_000);

it('leaks nothing to the output of the broker’s process', async () => {
  const command = startCommand('serve', fixture('throwing.ts'));
  const client = connect(await command.url(), { evidence: ['sim'] });
  for (const how of [
    'JSON.parse',
    'AggregateError',
    'cause',
    'an error in a proxy',
    'stack overflow',
    'out of memory',
  ])
    await client.request({ text: canary, how }).catch(() => undefined);
  expect(await command.stop()).toBe(0);
  expect(command.output()).not.toMatch(word);
});

function show(value: unknown): string {
  try {
    return inspect(value, { depth: 9, showHidden: true });
  } catch {
    return canary; // its own inspection throws it
  }
}
