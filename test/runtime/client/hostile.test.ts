/** A client before a hostile broker, or a relay that changes what it passes on: one clear error, nothing sent twice. */
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../../runtime/client/index.ts';
import { failure, patience, watch } from '../brokers.ts';
import { changed, endless, startHostile } from '../hostile-server.ts';
import type { Answerer } from '../hostile-server.ts';

const { broker } = await watch('word-count.ts', { offersPerConnection: 64, offersPerAddress: 64 });
const hostile = await startHostile(broker.url);
const client = connect(hostile.url, { evidence: ['sim'] });

beforeEach(() => {
  hostile.answers = {};
  hostile.asked.length = 0;
});

describe('an offer', () => {
  it.each<[string, string, Answerer]>([
    ['that never ends', 'ERR_BROKER_ANSWER', endless(200)],
    ['in place of which an error never ends', 'ERR_BROKER_ANSWER', endless(500)],
    [
      'that is somewhere else',
      'ERR_UNREACHABLE',
      (response) => response.writeHead(302, { location: broker.url }).end(),
    ],
    ['that is nothing', 'ERR_BROKER_ANSWER', (response) => response.writeHead(204).end()],
    ['that is cut', 'ERR_BROKER_ANSWER', changed((body) => body.subarray(0, 900))],
    ['whose connection breaks', 'ERR_UNREACHABLE', (response) => response.destroy()],
    ['with two texts', 'ERR_BROKER_ANSWER', changed((body) => Buffer.concat([body, body]))],
    [
      'whose key is another',
      'ERR_EVIDENCE_INVALID',
      member('keyConfig', (text) => `${text.slice(0, 60)}AA${text.slice(62)}`),
    ],
    ['whose key is none', 'ERR_BROKER_ANSWER', member('keyConfig', () => 'AAAA')],
    ['of another launch', 'ERR_EVIDENCE_INVALID', member('launchDigest', () => 'a'.repeat(64))],
    ['for a path in place of a session', 'ERR_BROKER_ANSWER', member('session', () => '../../elsewhere')],
  ])('%s gets no request', async (_, code, answer) => {
    hostile.answers = { offers: answer };
    expect((await failure(client.request({ text: 'the heron nests' }))).code).toBe(code);
    expect(hostile.asked).toEqual(['offers']);
  });

  it('for another client’s nonce gets no request', async () => {
    let first: Buffer | undefined;
    hostile.answers = { offers: changed((body) => (first ??= body)) };
    expect(await client.request({ text: 'one' })).toEqual({ words: 1 });
    expect((await failure(client.request({ text: 'one' }))).code).toBe('ERR_EVIDENCE_INVALID');
    expect(hostile.asked).toEqual(['offers', 'sessions', 'offers']);
  });
});

describe('a sealed response', () => {
  it.each<[string, string, Answerer]>([
    ['that never ends', 'ERR_BROKER_ANSWER', endless(200)],
    ['in place of which an error never ends', 'ERR_BROKER_ANSWER', endless(502)],
    ['that is nothing', 'ERR_OPEN', (response) => response.writeHead(200).end()],
    ['that is cut', 'ERR_OPEN', changed((body) => body.subarray(0, -1))],
    ['that goes on', 'ERR_OPEN', changed((body) => Buffer.concat([body, Buffer.alloc(1)]))],
    ['with one bit changed', 'ERR_OPEN', changed((body) => flip(body, body.length - 1))],
    ['with another nonce', 'ERR_OPEN', changed((body) => flip(body, 0))],
    [
      'that is somewhere else',
      'ERR_UNREACHABLE',
      (response) => response.writeHead(307, { location: broker.url }).end(),
    ],
    ['whose connection breaks before it', 'ERR_UNREACHABLE', (response) => response.destroy()],
    ['whose connection breaks within it', 'ERR_SESSION_ENDED', breakingOff],
    ['that is busy', 'ERR_BUSY', error(503, 'ERR_BUSY', '7')],
    ['that is spent', 'ERR_OFFER_SPENT', error(410, 'ERR_OFFER_SPENT')],
  ])('%s is one error, and the request is not sent again', async (_, code, answer) => {
    hostile.answers = { sessions: answer };
    expect((await failure(client.request({ text: 'one' }))).code).toBe(code);
    expect(hostile.asked).toEqual(['offers', 'sessions']);
  });

  it('of an earlier session does not open', async () => {
    let first: Buffer | undefined;
    hostile.answers = { sessions: changed((body) => (first ??= body)) };
    expect(await client.request({ text: 'one two' })).toEqual({ words: 2 });
    expect((await failure(client.request({ text: 'one' }))).code).toBe('ERR_OPEN');
  });

  it('that never ends is left', async () => {
    const before = hostile.left();
    hostile.answers = { sessions: endless(200) };
    await failure(client.request({ text: 'one' }));
    await expect.poll(hostile.left, patience).toBe(before + 1);
  });

  it('that says how long to wait in words says nothing', async () => {
    hostile.answers = { sessions: error(503, 'ERR_BUSY', 'the heron nests') };
    expect(await failure(client.request({ text: 'one' }))).toMatchObject({
      code: 'ERR_BUSY',
      detail: undefined,
    });
  });
});

describe('a caller that stops waiting', () => {
  it.each(['offers', 'sessions'] as const)(
    'for the answer to its %s gets ERR_ABORTED, and leaves',
    async (place) => {
      const leaving = new AbortController();
      const before = hostile.left();
      hostile.answers = { [place]: () => setTimeout(() => leaving.abort(), 20) };
      expect((await failure(client.request({ text: 'one' }, { signal: leaving.signal }))).code).toBe(
        'ERR_ABORTED',
      );
      await expect.poll(hostile.left, patience).toBe(before + 1);
    },
  );

  it('when it sees the evidence sends nothing', async () => {
    const leaving = new AbortController();
    const request = client.request(
      { text: 'one' },
      {
        signal: leaving.signal,
        onEvidence: () => {
          leaving.abort();
        },
      },
    );
    expect((await failure(request)).code).toBe('ERR_ABORTED');
    expect(hostile.asked).toEqual(['offers']);
  });

  it('and what an observer of the evidence throws, end the request before it is sent', async () => {
    const onEvidence = (): never => {
      throw new RangeError('not this one');
    };
    await expect(client.request({ text: 'one' }, { onEvidence })).rejects.toThrow('not this one');
    expect(hostile.asked).toEqual(['offers']);
  });
});

function member(name: string, change: (value: string) => string): Answerer {
  return changed((body) => {
    const offer = JSON.parse(body.toString()) as Record<string, string>;
    return Buffer.from(JSON.stringify({ ...offer, [name]: change(offer[name] ?? '') }));
  });
}

function error(status: number, code: string, retryAfter = ''): Answerer {
  return (response) =>
    response.writeHead(status, { 'retry-after': retryAfter }).end(JSON.stringify({ error: { code } }));
}

async function breakingOff(...[response, pass]: Parameters<Answerer>): Promise<void> {
  const { body } = await pass();
  response.writeHead(200, { 'content-length': body.length });
  response.write(body.subarray(0, 100), () => response.destroy());
}

function flip(body: Buffer, place: number): Buffer {
  body[place] = (body[place] ?? 0) ^ 1;
  return body;
}
