/** Bad requests: each gets one clear error, and leaves nothing behind. */
import { connect as openSocket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../runtime/bytes.ts';
import { failure, isAlive, patience, watch } from '../brokers.ts';
import { post, postSession, sealFor, takeOffer } from '../wire-requests.ts';

const { broker, request, ends } = await watch('word-count.ts');
const { url } = broker;

describe('a request that is not one', () => {
  it('is answered with 404 at an address that is not there', async () => {
    expect(await post(new URL('/health', url), 'x')).toMatchObject({ status: 404, code: 'ERR_NOT_FOUND' });
    expect((await fetch(new URL('/offers', url))).status).toBe(404);
  });

  it.each(['', 'null', '{"nonce":7}', '{"nonce":"AAAA"}', '{"nonce":"****"}', '[]'])(
    'is answered with 400 when the nonce is %j',
    async (body) => {
      expect(await post(new URL('/offers', url), body)).toMatchObject({ status: 400, code: 'ERR_MALFORMED' });
    },
  );

  it('is answered with 413 when the question for an offer is too long', async () => {
    const body = JSON.stringify({ nonce: 'A'.repeat(2000) });
    expect(await post(new URL('/offers', url), body)).toMatchObject({ status: 413, code: 'ERR_TOO_LARGE' });
  });
});

describe('a sealed request', () => {
  it('that is garbage cannot be opened', async () => {
    const { session } = await takeOffer(url);
    const garbage = crypto.getRandomValues(new Uint8Array(1400));
    expect(await postSession(url, session, garbage)).toMatchObject({ status: 422, code: 'ERR_OPEN' });
  });

  it.each([0, 1, 6, 7, 100, 1126, 1142])('that is cut to %i bytes cannot be opened', async (length) => {
    const offer = await takeOffer(url);
    const sealed = await sealFor(offer, { text: 'one two' });
    expect(await postSession(url, offer.session, sealed.slice(0, length))).toMatchObject({
      code: 'ERR_OPEN',
    });
  });

  it('with one bit changed cannot be opened', async () => {
    const offer = await takeOffer(url);
    const sealed = await sealFor(offer, { text: 'one two' });
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(await postSession(url, offer.session, sealed)).toMatchObject({ status: 422, code: 'ERR_OPEN' });
  });

  it('is answered once: a replay finds its offer spent, and no other key opens it', async () => {
    const [offer, other] = [await takeOffer(url), await takeOffer(url)];
    const sealed = await sealFor(offer, { text: 'one two' });
    expect((await postSession(url, offer.session, sealed)).status).toBe(200);
    expect(await postSession(url, offer.session, sealed)).toMatchObject({
      status: 410,
      code: 'ERR_OFFER_SPENT',
    });
    expect(await postSession(url, other.session, sealed)).toMatchObject({ status: 422, code: 'ERR_OPEN' });
  });

  it('above the cap is answered with 413, and its process is gone', async () => {
    const offer = await takeOffer(url);
    const sealed = await sealFor(offer, { text: 'x'.repeat(64 * 1024) });
    expect(await postSession(url, offer.session, sealed)).toMatchObject({
      status: 413,
      code: 'ERR_TOO_LARGE',
    });
    expect(await postSession(url, offer.session, sealed)).toMatchObject({
      status: 410,
      code: 'ERR_OFFER_SPENT',
    });
  });

  it('of 100 megabytes is answered as soon as it is above the cap', async () => {
    const { session } = await takeOffer(url);
    const answer = await postSession(url, session, new Uint8Array(100 * 1024 * 1024));
    expect(answer).toMatchObject({ status: 413, code: 'ERR_TOO_LARGE' });
  });

  it('of another media type is answered with 415', async () => {
    const { session } = await takeOffer(url);
    expect(await post(new URL(`/sessions/${session}`, url), 'x')).toMatchObject({
      status: 415,
      code: 'ERR_MEDIA_TYPE',
    });
  });

  it('for an offer that never was is answered with 410', async () => {
    expect(await postSession(url, '0'.repeat(32), utf8('x'))).toMatchObject({ status: 410 });
  });

  it('whose sender breaks off takes its process with it', async () => {
    const { session } = await takeOffer(url);
    const before = broker.pids();
    const socket = openSocket(Number(new URL(url).port), '127.0.0.1');
    socket.write(
      `POST /sessions/${session} HTTP/1.1\r\nhost: x\r\ncontent-type: message/ohttp-req\r\ncontent-length: 2000\r\n\r\nhalf`,
      () => {
        socket.destroy();
      },
    );
    await expect.poll(() => before.filter(isAlive).length, patience).toBeLessThan(before.length);
    expect(await postSession(url, session, utf8('x'))).toMatchObject({ code: 'ERR_OFFER_SPENT' });
  });
});

describe('an opened request', () => {
  it.each([
    ['a number', 7],
    ['null', null],
    ['a missing member', {}],
    ['a member of another type', { text: 7 }],
    ['an unknown member', { text: 'one', author: 'Ada' }],
  ])('with %s in place of the input is told so, and nothing of it is repeated', async (_, input) => {
    const error = await failure(request(input));
    expect(error.code).toBe('ERR_INPUT_INVALID');
    expect(error.message).not.toMatch(/Ada|author|one/);
  });

  it('gets the output, and its session process is killed for it', async () => {
    const before = ends().length;
    expect(await request({ text: 'one two three' })).toEqual({ words: 3 });
    await expect.poll(() => ends().length, patience).toBeGreaterThan(before);
    expect(
      ends()
        .map(({ pid }) => pid)
        .filter(isAlive),
    ).toEqual([]);
  });

  it('gets a registered code when the handler ends with one', async () => {
    expect(await failure(request({ text: ' ' }))).toMatchObject({ code: 'ERR_PUBLIC', detail: 'EMPTY_NOTE' });
  });

  it('is answered in one of the declared sizes, whatever the answer is', () => {
    const sizes = new Set(
      ends()
        .filter(({ outcome }) => outcome === 'answered')
        .map(({ responseBytes }) => responseBytes),
    );
    expect([...sizes]).toEqual([256 + 48]);
  });
});

it('after all of this only the processes that wait for the next offer are left', async () => {
  await expect.poll(() => broker.pids().length, patience).toBe(2);
});
