/** What a client insists on before it seals anything. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyOffer } from '../../../runtime/attestation/verify.ts';
import type { Policy } from '../../../runtime/attestation/policy.ts';
import type { ReceivedOffer } from '../../../runtime/attestation/offer.ts';
import { readOffer } from '../../../runtime/attestation/offer.ts';
import { utf8 } from '../../../runtime/bytes.ts';
import { connect } from '../../../runtime/client/index.ts';
import { failure, watch } from '../brokers.ts';
import { toBase64url } from '../../../runtime/text-forms.ts';

const { broker, request, ends } = await watch('word-count.ts', {
  offersPerConnection: 64,
  offersPerAddress: 64,
});
const simulated: Policy = { evidence: ['sim'] };

describe('a policy', () => {
  it('that does not name simulated evidence refuses it, and no request is made', async () => {
    const client = connect(broker.url, { evidence: [] });
    expect(await failure(client.request({ text: 'one' }))).toMatchObject({
      code: 'ERR_EVIDENCE_REFUSED',
      detail: 'evidence kind',
    });
    expect(ends()).toEqual([]);
  });

  it('that names the launch digest and the egress digest of the broker is met', async () => {
    const { offer } = await freshOffer();
    const egressDigest = Buffer.from(await crypto.subtle.digest('SHA-256', utf8(offer.egress))).toString(
      'hex',
    );
    const client = connect(broker.url, {
      ...simulated,
      launchDigests: ['0'.repeat(64), broker.launchDigest],
      egressDigests: [egressDigest],
    });
    expect(await client.request({ text: 'one' })).toEqual({ words: 1 });
  });

  it.each([
    [{ launchDigests: ['0'.repeat(64)] }, 'ERR_EVIDENCE_REFUSED', 'launch digest'],
    [{ launchDigests: [] }, 'ERR_EVIDENCE_REFUSED', 'launch digest'],
    [{ egressDigests: ['0'.repeat(64)] }, 'ERR_EVIDENCE_REFUSED', 'egress digest'],
    [{ kems: ['x25519'] as const }, 'ERR_KEM_REFUSED', undefined],
  ])('with %j is not met', async (part, code, detail) => {
    const client = connect(broker.url, { ...simulated, ...part });
    expect(await failure(client.request({ text: 'one' }))).toMatchObject({ code, detail });
  });

  it.each([
    ['a list that is null', { launchDigests: null }, 'launchDigests'],
    ['a text in place of a list', { egressDigests: '0'.repeat(64) }, 'egressDigests'],
    ['a misspelt member', { egressDigest: ['0'.repeat(64)] }, 'egressDigest'],
    ['upper-case digests', { launchDigests: ['A'.repeat(64)] }, 'launchDigests'],
    ['a span that is a text', { maxEpochMs: '1h' }, 'maxEpochMs'],
    ['a span that is NaN', { maxEpochMs: Number.NaN }, 'maxEpochMs'],
  ])('with %s is no policy', async (_, part, detail) => {
    const client = connect(broker.url, { ...simulated, ...(part as object) });
    expect(await failure(client.request({ text: 'one' }))).toMatchObject({ code: 'ERR_POLICY', detail });
  });

  it('of X25519 is met by a broker that offers it, and by default it is not', async () => {
    const classic = await watch('word-count.ts', { kem: 'x25519', poolSize: 1 });
    expect(await classic.request({ text: 'one two' })).toEqual({ words: 2 });
    const client = connect(classic.broker.url, simulated);
    expect((await failure(client.request({ text: 'one' }))).code).toBe('ERR_KEM_REFUSED');
  });
});

describe('a client', () => {
  it('finds a broker under a path of a larger server', async () => {
    const paths: string[] = [];
    const url = await serveText(404, '', { only: /^$/, seen: (path) => paths.push(path) });
    const client = connect(`${url}/guard/v1`, simulated);
    await failure(client.request({ text: 'one' }));
    expect(paths).toEqual(['/guard/v1/offers']);
  });
});

describe('evidence', () => {
  it('holds for the offer that it came with', async () => {
    const { offer, nonce } = await freshOffer();
    expect((await verifyOffer(offer, nonce, simulated)).session).toBe(offer.session);
  });

  it.each<[string, (offer: ReceivedOffer) => Partial<ReceivedOffer>]>([
    ['another key', ({ keyConfig }) => ({ keyConfig: flip(keyConfig, 40) })],
    ['another egress manifest', ({ egress }) => ({ egress: `${egress} ` })],
    ['another launch', () => ({ launchDigest: '0'.repeat(64) })],
    ['other report data', ({ evidence }) => stating(flip(evidence.statement, 63))],
    ['shorter report data', ({ evidence }) => stating(evidence.statement.slice(0, 32))],
    ['no report data', () => stating(new Uint8Array(0))],
  ])('with %s is invalid', async (_, alter) => {
    const { offer, nonce } = await freshOffer();
    const altered = { ...offer, ...alter(offer) };
    await expect(verifyOffer(altered, nonce, simulated)).rejects.toMatchObject({
      code: 'ERR_EVIDENCE_INVALID',
    });
  });

  it('for the nonce of another client is invalid', async () => {
    const { offer, nonce } = await freshOffer();
    await expect(verifyOffer(offer, flip(nonce, 0), simulated)).rejects.toMatchObject({
      code: 'ERR_EVIDENCE_INVALID',
    });
  });
});

describe('an answer that is not of the protocol', () => {
  it.each([
    ['text', 200, 'hello'],
    ['an empty object', 200, '{}'],
    ['an error without a code', 500, '{"error":{}}'],
    ['an error with an unknown code', 500, '{"error":{"code":"ERR_NEW"}}'],
    ['an endless offer', 200, 'x'.repeat(300 * 1024)],
  ])('(%s) is ERR_BROKER_ANSWER', async (_, status, body) => {
    const client = connect(await serveText(status, body), simulated);
    expect((await failure(client.request({ text: 'one' }))).code).toBe('ERR_BROKER_ANSWER');
  });

  it('to the sealed request cannot be opened', async () => {
    const url = await serveText(200, 'x'.repeat(400), { only: /^\/sessions/ });
    const client = connect(url, simulated);
    expect((await failure(client.request({ text: 'one' }))).code).toBe('ERR_OPEN');
  });

  it('is not waited for when nobody listens, or when the caller has stopped waiting', async () => {
    const client = connect('http://127.0.0.1:9', simulated);
    expect((await failure(client.request({ text: 'one' }))).code).toBe('ERR_UNREACHABLE');
    const aborted = client.request({ text: 'one' }, { signal: AbortSignal.abort() });
    expect((await failure(aborted)).code).toBe('ERR_ABORTED');
  });
});

it('an input that is no JSON value is the caller’s mistake', async () => {
  for (const input of [undefined, () => 1, { amount: 1n }])
    await expect(request(input)).rejects.toThrow(TypeError);
});

async function freshOffer(): Promise<{ offer: ReceivedOffer; nonce: Uint8Array<ArrayBuffer> }> {
  const nonce = crypto.getRandomValues(new Uint8Array(32));
  const body = JSON.stringify({ nonce: toBase64url(nonce) });
  const response = await fetch(new URL('/offers', broker.url), {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  return { offer: readOffer(await response.json()), nonce };
}

/** Which paths a test server answers itself, and who is told of all of them. */
interface Passing {
  readonly only?: RegExp;
  readonly seen?: (path: string) => void;
}

/** A server that answers with a text, and passes what it does not answer on to the broker. */
async function serveText(status: number, text: string, { only = /^/, seen }: Passing = {}): Promise<string> {
  const server = createServer((incoming, response) => {
    const path = incoming.url ?? '';
    seen?.(path);
    if (only.test(path)) {
      response.writeHead(status).end(text);
      return;
    }
    void incoming.toArray().then(async (chunks) => {
      const passed = await fetch(new URL(path, broker.url), {
        method: 'POST',
        body: Buffer.concat(chunks as Buffer[]),
        headers: { 'content-type': incoming.headers['content-type'] ?? '' },
      });
      response.end(await passed.text());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function stating(statement: Uint8Array<ArrayBuffer>): Partial<ReceivedOffer> {
  return { evidence: { kind: 'sim', statement, endorsements: new Uint8Array(0) } };
}

function flip(bytes: Uint8Array<ArrayBuffer>, place: number): Uint8Array<ArrayBuffer> {
  const altered = bytes.slice();
  altered[place] = (altered[place] ?? 0) ^ 1;
  return altered;
}
