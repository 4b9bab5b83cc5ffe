/** A processor that follows the stream of another one: sealed end to end, a frame at a time, and each only when it is asked for. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, describe, expect, it } from 'vitest';
import { Upstreams } from '../../../runtime/broker/upstreams.ts';
import { connect } from '../../../runtime/client/index.ts';
import { encodingsIn, encodingsOf } from '../../../runtime/testing/encodings.ts';
import { isAlive, patience, watch } from '../brokers.ts';
import { startBetween, watchCaller } from './callers.ts';

const counter = await watch('counting.ts', { maxProcesses: 24 });
const between = await startBetween(counter.broker.url);
const follower = await watchCaller(between.url, { evidence: ['sim'] }, 'following.ts');
const client = connect(follower.broker.url, { evidence: ['sim'] });

beforeEach(() => {
  between.answer = undefined;
  between.passed.length = 0;
});

describe('a stream of an upstream', () => {
  it('gives its outputs in turn, and leaves nothing behind', async () => {
    expect(await follow(5)).toEqual(upTo(5));
    await expect.poll(() => follower.ends().at(-1)?.outcome, patience).toBe('answered');
    await expect.poll(() => counter.ends().at(-1)?.outcome, patience).toBe('answered');
    expect([...counter.ends(), ...follower.ends()].filter(({ pid }) => isAlive(pid))).toEqual([]);
  });

  it('shows to who stands between a declared size, and ciphertext', async () => {
    const secret = 'the heron nests at dawn';
    for (const then of [secret, secret.padEnd(20_000, '.')]) await follow(2, then);
    const sent = between.passed.filter(({ path }) => path !== '/offers');
    expect(sent.map(({ body }) => body.length)).toEqual(follower.broker.description.egress.uses[0]?.sizes);
    const all = Buffer.concat(sent.flatMap(({ body, answer }) => [body, answer]));
    expect(encodingsIn(all, encodingsOf(secret))).toEqual([]);
  });

  it('may be left early, and another call made', async () => {
    expect(await follow(3, 'end', 'twice')).toEqual(upTo(3));
  });

  it('that is left early is let go of while the handler goes on', async () => {
    const direct = await watchCaller(counter.broker.url, { evidence: ['sim'] }, 'following.ts');
    const before = counter.ends().length;
    const outputs = connect(direct.broker.url, { evidence: ['sim'] }).stream({
      to: 3,
      then: 'hang',
      how: 'early',
    });
    expect((await outputs.next()).value).toEqual({ count: 2, refusal: '' });
    await expect.poll(() => counter.ends()[before]?.outcome, patience).toBe('cancelled');
    expect(await outputs.next()).toMatchObject({ done: true });
    await expect.poll(() => direct.ends().at(-1)?.outcome, patience).toBe('answered');
  });

  it('that is still open when the handler ends is unfinished work', async () => {
    await expect(follow(3, 'end', 'left')).rejects.toMatchObject({ code: 'ERR_UNFINISHED_WORK' });
  });

  it.each([
    ['asked for one output', 'at once', 'ERR_STREAMING'],
    ['called again while it is open', 'nested', 'ERR_BUSY'],
  ])('%s is refused with its code', async (_, how, detail) => {
    expect((await follow(3, 'end', how)).at(-1)).toEqual({ count: 0, refusal: `ERR_UPSTREAM ${detail}` });
  });

  it.each([
    ['that fails', 'throw', 'ERR_HANDLER'],
    ['that refuses', 'fail', 'ERR_PUBLIC'],
  ])('%s ends with its code, after what it gave', async (_, then, detail) => {
    expect(await follow(2, then)).toEqual([...upTo(2), { count: 0, refusal: `ERR_UPSTREAM ${detail}` }]);
  });

  it('that stops giving ends with the deadline of its next frame', async () => {
    expect((await follow(2, 'hang')).at(-1)).toEqual({ count: 0, refusal: 'ERR_UPSTREAM ERR_DEADLINE' });
  });

  it('of a processor that answers once is none', async () => {
    const whole = await watch('word-count.ts', { maxProcesses: 4 });
    const mistaken = await watchCaller(whole.broker.url, { evidence: ['sim'] }, 'following.ts');
    const outputs = connect(mistaken.broker.url, { evidence: ['sim'] }).stream({ to: 1, then: '', how: '' });
    expect((await outputs.next()).value).toEqual({ count: 0, refusal: 'ERR_UPSTREAM ERR_MEDIA_TYPE' });
    expect(whole.ends().map(({ outcome }) => outcome)).not.toContain('answered');
  });

  it('with more chunks than were declared is cut off with a code', async () => {
    const seen = await follow(18);
    expect(seen.at(-1)).toEqual({ count: 0, refusal: 'ERR_UPSTREAM ERR_TOO_LARGE' });
  });

  it.each<[string, (answer: Buffer) => Buffer]>([
    ['cut in the middle of a chunk', (answer) => answer.subarray(0, 150)],
    ['cut between two chunks', (answer) => answer.subarray(0, 32 + 51 + 276)],
    ['with a chunk left out', (answer) => Buffer.concat([answer.subarray(0, 83), answer.subarray(83 + 276)])],
    ['with a bit changed', (answer) => answer.fill((answer[200] ?? 0) ^ 1, 200, 201)],
  ])('%s does not open', async (_, alter) => {
    between.answer = async (response, pass, path) => {
      const answer = await pass();
      response.end(path === '/offers' ? answer : alter(answer));
    };
    expect((await follow(3)).at(-1)).toEqual({ count: 0, refusal: 'ERR_UPSTREAM ERR_OPEN' });
  });
});

describe('the broker of a session', () => {
  it('reads no more of a stream than is asked for, however it is cut, and gives whole frames', async () => {
    const frame = Buffer.concat([Buffer.from([0x80, 0, 0x40, 0]), Buffer.alloc(0x4000, 7)]);
    let written = 0;
    const server = createServer((request, response) => {
      request.resume();
      if (request.url === '/offers') return response.end(`{"session":"${'a'.repeat(32)}"}`);
      response.write(Buffer.alloc(32));
      const next = (): void => {
        written += 1;
        if (written > 4_000) response.end(Buffer.from([0, 1, 2]));
        else response.write(frame.subarray(0, 9_000), () => response.write(frame.subarray(9_000), next));
      };
      next();
      return response;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const use = { name: 'far', url, policy: '{}', maxCalls: 1, sizes: [99], maxChunks: 2, waitMs: 5_000 };
    const ended = new AbortController();
    const upstreams = new Upstreams([use], ended.signal);
    await upstreams.ask(new Uint8Array(33));
    expect(await upstreams.ask(new Uint8Array(100))).toEqual(Uint8Array.of(1));
    const lengths: (number | undefined)[] = [];
    for (let count = 0; count < 7; count += 1) lengths.push((await upstreams.ask(new Uint8Array(1)))?.length);
    expect(lengths).toEqual([33, ...Array<number>(5).fill(1 + frame.length), undefined]);
    const seen = written;
    expect(seen).toBeLessThan(4_000);
    ended.abort();
    server.closeAllConnections();
    server.close();
  });
});

async function follow(to: number, then = 'end', how = 'once'): Promise<unknown[]> {
  const outputs: unknown[] = [];
  for await (const output of client.stream({ to, then, how })) outputs.push(output);
  return outputs;
}

function upTo(to: number): unknown[] {
  return Array.from({ length: to }, (_, index) => ({ count: index + 1, refusal: '' }));
}
