/** A corpus of ordinary throws with secret input: no path out of the session carries a word of it. */
import process from 'node:process';
import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { connect } from '../../../runtime/client/index.ts';
import { encodingsOf } from '../../../runtime/testing/encodings.ts';
import { startHost } from '../../../runtime/testing/hosted.ts';
import { searchMemory } from '../../../runtime/testing/memory.ts';
import { fixture } from '../brokers.ts';
import { places, throws } from '../fixtures/throwing.ts';

const canary = 'the heron nests at dawn';
const word = /heron|nests|dawn/i;
const types =
  /^(?:Error|TypeError|RangeError|SyntaxError|ReferenceError|EvalError|URIError|AggregateError|DOMException|unknown)$/;
const ways = Object.keys(throws);

/** Throws whose code is not that of a handler: some end the process, others are none of the handler's. */
const codes: Readonly<Record<string, string>> = {
  'out of memory': 'ERR_SESSION_ENDED',
  'a timer': 'ERR_SESSION_ENDED',
  'a rejection that nobody handles': 'ERR_SESSION_ENDED',
  'the input schema': 'ERR_INPUT_INVALID',
  'the output schema': 'ERR_OUTPUT_INVALID',
  'a getter of the output': 'ERR_OUTPUT_INVALID',
  'toJSON of the output': 'ERR_OUTPUT_INVALID',
};

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

it.skipIf(process.platform !== 'linux')(
  'leaks nothing to its client, nor to the observers, the output, the memory and the exit of the broker',
  async () => {
    const host = await startHost(fixture('throwing.ts'), { poolSize: 3 });
    const client = connect(host.url, { evidence: ['sim'] });
    const left = [...ways, ...places];
    const loop = async (): Promise<void> => {
      for (let how = left.shift(); how !== undefined; how = left.shift()) {
        const error: unknown = await client.request({ text: canary, how }).catch((thrown: unknown) => thrown);
        expect(error, how).toMatchObject({ code: codes[how] ?? 'ERR_HANDLER' });
        const { detail = 'unknown' } = error as { readonly detail?: string };
        expect(detail, how).toMatch(types);
        expect(show(error), how).not.toMatch(word);
      }
    };
    await Promise.all([loop(), loop(), loop()]);
    expect(searchMemory(host.pid, encodingsOf(canary))).toEqual([]);
    await host.stop();
    expect(host.output()).not.toMatch(word);
    const ends = host.told().flatMap(({ event }) => (event?.outcome === undefined ? [] : [event]));
    expect(ends).toHaveLength(ways.length + places.length);
    const answered = ends.filter(({ outcome }) => outcome === 'answered');
    expect(ends.filter(({ outcome }) => outcome === 'ended')).toHaveLength(3);
    expect(new Set(answered.map(({ responseBytes }) => responseBytes)).size).toBe(1);
    expect(answered).toHaveLength(ends.length - 3);
  },
  300_000,
);

function show(value: unknown): string {
  try {
    return inspect(value, { depth: 9, showHidden: true });
  } catch {
    return canary; // its own inspection throws it
  }
}
