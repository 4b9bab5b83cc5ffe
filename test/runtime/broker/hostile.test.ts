/** Hostile clients of a broker: everything twice, too large, of another type, from another origin. */
import { request as httpRequest } from 'node:http';
import type { OutgoingHttpHeaders } from 'node:http';
import { connect as openSocket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../runtime/bytes.ts';
import { isAlive, patience, watch } from '../brokers.ts';
import { post, postSession, sealFor, takeOffer } from '../wire-requests.ts';

const limits = { offersPerConnection: 64, offersPerAddress: 64 };
const origin = 'https://chat.example';
const { broker, ends } = await watch('word-count.ts', { ...limits, origins: [origin] });
const { url } = broker;
const nonce = JSON.stringify({ nonce: 'A'.repeat(43) });

describe('one offer', () => {
  it('that several requests are posted to at once is good for one of them', async () => {
    const offer = await takeOffer(url);
    const sealed = await sealFor(offer, { text: 'one two' });
    const before = ends().length;
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => postSession(url, offer.session, sealed)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410, 410]);
    await expect.poll(() => ends().length, patience).toBe(before + 1);
  });

  it('is not used up by a request of another type', async () => {
    const offer = await takeOffer(url);
    const path = new URL(`/sessions/${offer.session}`, url);
    const sealed = await sealFor(offer, { text: 'one two' });
    for (const type of [
      'message/ohttp-chunked-req',
      'message/ohttp-res',
      'message/ohttp-req; charset=utf-8',
      'application/octet-stream',
      'text/plain',
      '',
    ])
      expect(await post(path, sealed, type), type).toMatchObject({ status: 415, code: 'ERR_MEDIA_TYPE' });
    expect((await postSession(url, offer.session, sealed)).status).toBe(200);
  });

  it('of a stream is not used up by a whole request', async () => {
    const counting = await watch('counting.ts', { poolSize: 1 });
    const { session } = await takeOffer(counting.broker.url);
    expect(await postSession(counting.broker.url, session, utf8('x'))).toMatchObject({ status: 415 });
  });

  it.each([
    ['in upper case', (session: string) => `/sessions/${session.toUpperCase().replaceAll(/\d/g, 'A')}`],
    ['with a slash behind it', (session: string) => `/sessions/${session}/`],
    ['with a query', (session: string) => `/sessions/${session}?again`],
    ['with a byte less', (session: string) => `/sessions/${session.slice(2)}`],
    ['with escapes', (session: string) => `/sessions/%3${session.slice(1)}`],
    ['in another folder', (session: string) => `/offers/../v1/sessions/${session}`],
  ])('has one name, and not one %s', async (_, pathOf) => {
    const { session } = await takeOffer(url);
    const path = pathOf(session);
    expect(await ask('POST', path, { 'content-type': 'message/ohttp-req' }, 'x')).toMatchObject({
      status: 404,
    });
  });

  it('is taken and used with POST alone', async () => {
    const { session } = await takeOffer(url);
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])
      for (const path of ['/offers', `/sessions/${session}`])
        expect((await ask(method, path, {}, '')).status, `${method} ${path}`).toBe(404);
    expect((await postSession(url, session, new Uint8Array(9))).status).toBe(422);
  });
});

describe('what is too large', () => {
  it.each([
    ['a header', { 'x-long': 'x'.repeat(9_000) }],
    [
      'all headers together',
      Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`x-${n}`, 'x'.repeat(300)])),
    ],
  ])('as %s is refused before anything is read', async (_, headers) => {
    expect((await ask('POST', '/offers', headers, nonce)).status).toBe(431);
  });

  it('as an address is refused', async () => {
    expect((await ask('POST', `/offers?${'x'.repeat(9_000)}`, {}, nonce)).status).toBe(431);
  });

  it('as a question that never ends is answered as soon as it is above the cap', async () => {
    expect(await pourInto('/offers', 'application/json')).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('as a sealed request that never ends is answered as soon as it is above the cap, and its process is gone', async () => {
    const before = ends().length;
    const { session } = await takeOffer(url);
    expect(await pourInto(`/sessions/${session}`, 'message/ohttp-req')).toMatch(/^HTTP\/1\.1 413 /);
    expect(await postSession(url, session, utf8('x'))).toMatchObject({ status: 410 });
    await expect.poll(() => broker.pids().filter(isAlive).length, patience).toBe(2);
    expect(ends()).toHaveLength(before);
  });
});

describe('a page of another origin', () => {
  it.each([
    'https://elsewhere.example',
    'http://chat.example',
    'https://chat.example:8443',
    'https://chat.example.elsewhere.example',
    'https://sub.chat.example',
    'HTTPS://CHAT.EXAMPLE',
    'https://chat.example/',
    'null',
    '*',
    '',
  ])('(%j) is not named in any answer', async (other) => {
    for (const method of ['OPTIONS', 'POST'])
      for (const path of ['/offers', `/sessions/${'0'.repeat(32)}`]) {
        const { headers, status } = await ask(
          method,
          path,
          { origin: other },
          method === 'POST' ? nonce : '',
        );
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
        expect(headers.vary, 'caches tell origins apart').toBe('origin');
        if (method === 'OPTIONS') expect(status).toBe(404);
      }
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/json', undefined])(
    'takes no place with what it may send unasked, a question of type %s',
    async (type) => {
      const headers = { origin: 'https://elsewhere.example', ...(type ? { 'content-type': type } : {}) };
      expect(await ask('POST', '/offers', headers, nonce)).toMatchObject({ status: 415 });
    },
  );

  it('is told nothing by a broker without origins', async () => {
    const closed = await watch('word-count.ts', { poolSize: 1 });
    for (const method of ['OPTIONS', 'POST']) {
      const { headers } = await ask(method, '/offers', { origin }, nonce, closed.broker.url);
      expect(Object.keys(headers).filter((name) => /^access-control-|^vary$/.test(name))).toEqual([]);
    }
  });
});

describe('a page of a given origin', () => {
  it('reads answers and errors, and no cookie goes with its requests', async () => {
    const json = { origin, 'content-type': 'application/json' };
    const offered = await ask('POST', '/offers', json, nonce);
    const refused = await ask('POST', '/offers', json, '{}');
    expect([offered.status, refused.status]).toEqual([200, 400]);
    for (const { headers } of [offered, refused]) {
      expect(headers).toMatchObject({ 'access-control-allow-origin': origin, vary: 'origin' });
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });
});

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>> & { readonly vary?: string };
}

function ask(
  method: string,
  path: string,
  headers: OutgoingHttpHeaders,
  body: string,
  target = url,
): Promise<Answered> {
  const { hostname, port } = new URL(target);
  return new Promise((resolve, reject) => {
    const options = { method, hostname, port, path, headers, agent: false };
    const sent = httpRequest(options, (response) => {
      response.resume().once('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers as Answered['headers'] });
      });
    });
    sent.once('error', reject).end(body);
  });
}

// Writes without end, and gives the first that is answered.
function pourInto(path: string, type: string): Promise<string> {
  const socket = openSocket(Number(new URL(url).port), '127.0.0.1');
  const piece = `1000\r\n${'x'.repeat(0x1000)}\r\n`;
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\ntransfer-encoding: chunked\r\n\r\n`,
  );
  const pour = (): void => {
    if (!socket.destroyed) socket.write(piece, () => setImmediate(pour));
  };
  pour();
  return new Promise((resolve, reject) => {
    socket.once('error', reject).once('data', (data) => {
      socket.destroy();
      resolve(data.toString());
    });
  });
}
