/** Offers cannot be exhausted by one client, expire, and carry evidence for a session or an epoch. */
import { describe, expect, it } from 'vitest';
import { Agent, request as httpRequest } from 'node:http';
import type { ClientRequest } from 'node:http';
import { readOffer } from '../../../runtime/attestation/offer.ts';
import type { ReceivedOffer } from '../../../runtime/attestation/offer.ts';
import type { Policy } from '../../../runtime/attestation/policy.ts';
import { verifyOffer } from '../../../runtime/attestation/verify.ts';
import { perEpoch } from '../../../runtime/attesters/index.ts';
import { connect } from '../../../runtime/client/index.ts';
import { toBase64url } from '../../../runtime/text-forms.ts';
import { failure, patience, watch } from '../brokers.ts';
import { postSession, takeOffer } from '../wire-requests.ts';

describe('one connection', () => {
  it('gets so many offers and then 429, while another one is served', async () => {
    const { broker } = await watch('word-count.ts', {
      offersPerConnection: 2,
      offersPerAddress: 3,
      poolSize: 3,
    });
    const [first, second, third] = [agent(), agent(), agent()];
    expect(await ask(broker.url, first)).toBe(200);
    expect(await ask(broker.url, first)).toBe(200);
    expect(await ask(broker.url, first)).toBe(429);
    expect(await ask(broker.url, second)).toBe(200);
    expect(await ask(broker.url, third)).toBe(429);
    for (const each of [first, second, third]) each.destroy();
  });

  it('gets a new one when its offer is used, or has expired', async () => {
    const { broker } = await watch('word-count.ts', {
      offersPerConnection: 1,
      offersPerAddress: 1,
      offerMs: 400,
      poolSize: 1,
    });
    const { session } = await takeOffer(broker.url);
    await postSession(broker.url, session, new Uint8Array(1));
    await takeOffer(broker.url);
    await expect.poll(async () => ask(broker.url, agent()), patience).toBe(200);
  });
});

describe('a client whose requests do not come', () => {
  it('keeps the places of its offers, and cannot take one process after another', async () => {
    const { broker, request } = await watch('word-count.ts', { offersPerAddress: 2, poolSize: 3 });
    const stalled = [await stall(broker.url), await stall(broker.url)];
    expect(await ask(broker.url, agent())).toBe(429);
    stalled[0]?.destroy();
    await expect.poll(async () => ask(broker.url, agent()), patience).toBe(200);
    stalled[1]?.destroy();
    await expect.poll(async () => request({ text: 'one two' }).catch(String), patience).toEqual({ words: 2 });
  });
});

describe('an offer that has expired', () => {
  it('is spent', async () => {
    const { broker } = await watch('word-count.ts', { offerMs: 200, poolSize: 1 });
    const { session } = await takeOffer(broker.url);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await postSession(broker.url, session, new Uint8Array(1))).toMatchObject({
      status: 410,
      code: 'ERR_OFFER_SPENT',
    });
  });
});

describe('evidence for an epoch', async () => {
  const { broker } = await watch('word-count.ts', { notary: perEpoch(60_000) });
  const policy: Policy = { evidence: ['sim'], maxEpochMs: 60_000 };

  it('is taken by a client that allows an epoch of that length, and by no other', async () => {
    expect(await connect(broker.url, policy).request({ text: 'one two' })).toEqual({ words: 2 });
    for (const other of [{ evidence: ['sim'] as const }, { ...policy, maxEpochMs: 59_999 }])
      expect(await failure(connect(broker.url, other).request({ text: 'one' }))).toMatchObject({
        code: 'ERR_EVIDENCE_REFUSED',
        detail: 'epoch',
      });
  });

  it('holds for the session that its node key signed, in its time', async () => {
    const { offer, nonce } = await freshOffer(broker.url);
    const end = offer.epoch?.notAfter ?? 0;
    expect((await verifyOffer(offer, nonce, policy)).checks).toContain('key binding');
    await expect(verifyOffer(offer, nonce, { ...policy, now: () => end + 1 })).rejects.toMatchObject({
      code: 'ERR_EVIDENCE_EXPIRED',
      detail: 'epoch',
    });
  });

  it('is the same for the sessions of one epoch', async () => {
    const [first, second] = [await freshOffer(broker.url), await freshOffer(broker.url)];
    expect(first.offer.evidence.statement).toEqual(second.offer.evidence.statement);
  });

  it('does not hold for the key, the nonce or the signature of another session', async () => {
    const [first, second] = [await freshOffer(broker.url), await freshOffer(broker.url)];
    const { epoch, keyConfig } = second.offer;
    const forged: [ReceivedOffer, Uint8Array<ArrayBuffer>][] = [
      [{ ...first.offer, keyConfig }, first.nonce],
      [first.offer, second.nonce],
      [{ ...first.offer, ...(epoch ? { epoch } : {}) }, first.nonce],
    ];
    for (const [offer, nonce] of forged)
      await expect(verifyOffer(offer, nonce, policy)).rejects.toMatchObject({ code: 'ERR_EVIDENCE_INVALID' });
  });
});

describe('a browser', () => {
  it('of a given origin may talk to the broker, and of another one may not', async () => {
    const origin = 'https://chat.example';
    const { broker } = await watch('word-count.ts', { origins: [origin], poolSize: 1 });
    const preflight = async (from: string): Promise<Response> =>
      fetch(new URL('/offers', broker.url), {
        method: 'OPTIONS',
        headers: {
          origin: from,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      });
    const allowed = await preflight(origin);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
    const denied = await preflight('https://elsewhere.example');
    expect([denied.status, denied.headers.get('access-control-allow-origin')]).toEqual([404, null]);
  });
});

// The beginning of a request for an offer, and nothing of its body. The broker says `continue` when it has the offer.
async function stall(url: string): Promise<ClientRequest> {
  const { session } = await takeOffer(url);
  const headers = {
    'content-type': 'message/ohttp-req',
    'content-length': 2_000,
    expect: '100-continue',
  };
  const sent = httpRequest(new URL(`/sessions/${session}`, url), { method: 'POST', headers, agent: false });
  await new Promise((resolve) => {
    sent.on('error', resolve).once('continue', resolve).flushHeaders();
  });
  return sent;
}

function agent(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 1 });
}

async function ask(url: string, from: Agent): Promise<number> {
  const nonce = toBase64url(crypto.getRandomValues(new Uint8Array(32)));
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const sent = httpRequest(
      new URL('/offers', url),
      { method: 'POST', agent: from, headers },
      (response) => {
        response.resume().once('end', () => {
          resolve(response.statusCode ?? 0);
        });
      },
    );
    sent.once('error', reject).end(JSON.stringify({ nonce }));
  });
}

async function freshOffer(url: string): Promise<{ offer: ReceivedOffer; nonce: Uint8Array<ArrayBuffer> }> {
  const nonce = crypto.getRandomValues(new Uint8Array(32));
  const body = JSON.stringify({ nonce: toBase64url(nonce) });
  const response = await fetch(new URL('/offers', url), {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  return { offer: readOffer(await response.json()), nonce };
}
