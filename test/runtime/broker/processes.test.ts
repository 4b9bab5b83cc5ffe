/** Session processes that end too early, at any step, and brokers that stop. */
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { serve } from '../../../runtime/broker/index.ts';
import type { BrokerEvent } from '../../../runtime/broker/index.ts';
import { connect } from '../../../runtime/client/index.ts';
import { failure, fixture, isAlive, patience, watch } from '../brokers.ts';
import { post, postSession, sealFor, takeOffer } from '../wire-requests.ts';

describe('killing session processes', () => {
  it('that boot or wait only costs a new boot: the next request is served', async () => {
    const { broker, request } = await watch('word-count.ts');
    const pids = broker.pids();
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await expect.poll(() => pids.filter((pid) => broker.pids().includes(pid)), patience).toEqual([]);
    expect(await request({ text: 'one' })).toEqual({ words: 1 });
  });

  it('whose offer is out makes the offer spent', async () => {
    const { broker } = await watch('word-count.ts', { poolSize: 1 });
    const offer = await takeOffer(broker.url);
    const sealed = await sealFor(offer, { text: 'one' });
    const pids = broker.pids();
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await expect.poll(() => pids.filter((pid) => broker.pids().includes(pid)), patience).toEqual([]);
    expect(await postSession(broker.url, offer.session, sealed)).toMatchObject({ code: 'ERR_OFFER_SPENT' });
  });

  it('in the middle of a session ends it with one clear error', async () => {
    const { request, ends } = await watch('straying.ts', {
      onEvent(event) {
        if (event.event === 'session-started') process.kill(event.pid, 'SIGKILL');
      },
    });
    expect((await failure(request({ how: 'takes a moment' }))).code).toBe('ERR_SESSION_ENDED');
    expect(ends()).toMatchObject([{ outcome: 'ended', responseBytes: 0, records: 0 }]);
  });
});

describe('a client that goes away', () => {
  it('gets ERR_ABORTED, and the process of its session is gone', async () => {
    const controller = new AbortController();
    const { request, ends } = await watch('straying.ts', {
      onEvent(event) {
        if (event.event === 'session-started') controller.abort();
      },
    });
    expect((await failure(request({ how: 'takes a moment' }, controller.signal))).code).toBe('ERR_ABORTED');
    await expect.poll(() => ends().map(({ outcome }) => outcome), patience).toEqual(['cancelled']);
    expect(ends().filter(({ pid }) => isAlive(pid))).toEqual([]);
  });
});

describe('a broker', () => {
  it('that is full answers 503 and says when to come again', async () => {
    const { broker } = await watch('word-count.ts', {
      poolSize: 1,
      maxProcesses: 1,
      waitMs: 1,
      offersPerConnection: 2,
      offersPerAddress: 2,
    });
    await takeOffer(broker.url);
    const nonce = Buffer.alloc(32).toString('base64url');
    const answer = await post(new URL('/offers', broker.url), JSON.stringify({ nonce }));
    expect(answer).toEqual({
      status: 503,
      code: 'ERR_BUSY',
      retryAfter: expect.stringMatching(/^[1-9]\d*$/),
    });
    const client = connect(broker.url, { evidence: ['sim'] });
    expect(await failure(client.request({ text: 'one' }))).toMatchObject({
      code: 'ERR_BUSY',
      detail: `${String(answer.retryAfter)} s`,
    });
  });

  it('whose offers one client has taken says when the oldest of them expires', async () => {
    const { broker } = await watch('word-count.ts', {
      offersPerConnection: 1,
      offersPerAddress: 1,
      offerMs: 60_000,
    });
    await takeOffer(broker.url);
    const nonce = Buffer.alloc(32).toString('base64url');
    const answer = await post(new URL('/offers', broker.url), JSON.stringify({ nonce }));
    expect(answer).toMatchObject({ status: 429, code: 'ERR_RATE_LIMITED' });
    expect(Number(answer.retryAfter)).toBeGreaterThan(10);
    expect(Number(answer.retryAfter)).toBeLessThanOrEqual(60);
  });

  it('kills the process of an offer that expires', async () => {
    const { broker } = await watch('word-count.ts', { poolSize: 1, maxProcesses: 1, offerMs: 1 });
    const offer = await takeOffer(broker.url);
    const sealed = await sealFor(offer, { text: 'one' });
    await expect
      .poll(async () => (await postSession(broker.url, offer.session, sealed)).code, patience)
      .toBe('ERR_OFFER_SPENT');
  });

  it('that stops lets its sessions end, takes no more, and leaves no process', async () => {
    const events: BrokerEvent[] = [];
    const broker = await serve(fixture('straying.ts'), { onEvent: (event) => events.push(event) });
    const pids = new Set(broker.pids());
    const offered = await takeOffer(broker.url);
    const client = connect(broker.url, { evidence: ['sim'] });
    const answer = postSession(
      broker.url,
      offered.session,
      await sealFor(offered, { how: 'takes a moment' }),
    );
    await expect.poll(() => events.length, patience).toBeGreaterThan(0);
    for (const pid of broker.pids()) pids.add(pid);
    const stopped = broker.stop();
    expect((await failure(client.request({ how: 'takes a moment' }))).code).toMatch(
      /ERR_STOPPING|ERR_UNREACHABLE/,
    );
    expect((await answer).status).toBe(200);
    await stopped;
    expect([...pids].filter(isAlive)).toEqual([]);
    expect(broker.pids()).toEqual([]);
    expect((await failure(client.request({ how: 'takes a moment' }))).code).toBe('ERR_UNREACHABLE');
  });
});
