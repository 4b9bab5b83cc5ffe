/** The tier `epoch`: several sessions in a process, each under a key of its own, and a digest that says so. */
import process from 'node:process';
import { expect, it, vi } from 'vitest';
import { serve } from '../../../runtime/broker/index.ts';
import { connect } from '../../../runtime/client/index.ts';
import { fixture, patience, watch } from '../brokers.ts';

// one process at a time, so that it is known which one a session gets
const epoch = { tier: 'epoch', epochSessions: 3, poolSize: 1, maxProcesses: 1 } as const;

it('serves so many sessions in one process, which then ends', async () => {
  const { request, ends, broker } = await watch('word-count.ts', epoch);
  const [first] = broker.pids();
  for (let session = 0; session < 4; session += 1)
    expect(await request({ text: 'one two three' })).toEqual({ words: 3 });
  await expect.poll(() => ends().length, patience).toBe(4);
  const pids = ends().map(({ pid }) => pid);
  expect(pids.slice(0, 3)).toEqual([first, first, first]);
  expect(pids[3]).not.toBe(first);
  expect(broker.pids()).not.toContain(first);
});

it('offers another key for each session of a process', async () => {
  const { broker, ends } = await watch('word-count.ts', epoch);
  const keys: string[] = [];
  const send = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (...request) => {
    const response = await send(...request);
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => undefined);
    const key: unknown = Reflect.get(Object(body), 'keyConfig');
    if (typeof key === 'string') keys.push(key);
    return response;
  });
  const client = connect(broker.url, { evidence: ['sim'] });
  for (let session = 0; session < 3; session += 1) await client.request({ text: 'one' });
  await expect.poll(() => ends().length, patience).toBe(3);
  vi.restoreAllMocks();
  expect(new Set(ends().map(({ pid }) => pid)).size).toBe(1);
  expect(new Set(keys).size).toBe(3);
});

it('ends a process early that leaves work behind, and goes on with another', async () => {
  const { request, ends } = await watch('straying.ts', epoch);
  for (let session = 0; session < 2; session += 1)
    await expect(request({ how: 'forgotten timer' })).rejects.toMatchObject({ code: 'ERR_UNFINISHED_WORK' });
  await expect.poll(() => ends().length, patience).toBe(2);
  expect(new Set(ends().map(({ pid }) => pid)).size).toBe(2);
});

it('leaves no process behind when its broker stops in the middle of an epoch', async () => {
  const broker = await serve(fixture('word-count.ts'), { ...epoch, waitMs: 20_000 });
  const seen = broker.pids();
  await broker.stop();
  expect(broker.pids()).toEqual([]);
  for (const pid of seen) expect(() => process.kill(pid, 0)).toThrow();
});

it('changes the launch digest, by itself and by its number of sessions', async () => {
  const digests: string[] = [];
  for (const options of [{}, epoch, { ...epoch, epochSessions: 4 }]) {
    const broker = await serve(fixture('word-count.ts'), { ...options, poolSize: 1, waitMs: 20_000 });
    digests.push(broker.launchDigest);
    await broker.stop();
  }
  expect(new Set(digests).size).toBe(3);
});

it.each([1, 1001, 2.5])('refuses an epoch of %d sessions', async (epochSessions) => {
  await expect(serve(fixture('word-count.ts'), { ...epoch, epochSessions })).rejects.toThrow(/2 to 1000/);
});
