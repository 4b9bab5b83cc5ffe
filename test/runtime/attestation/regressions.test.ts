/**
 * The ways in which evidence has misled clients elsewhere: each by its name, and none of them works here. The list:
 * no nonce, TCB taken from the report, environment read after measurement, expired endorsement, revoked endorsement, key
 * of another session, another egress manifest, evidence of another kind.
 */
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { readOffer } from '../../../runtime/attestation/offer.ts';
import type { ReceivedOffer } from '../../../runtime/attestation/offer.ts';
import { verifyOffer } from '../../../runtime/attestation/verify.ts';
import type { Verifier } from '../../../runtime/attestation/verifier.ts';
import { refused } from '../../../runtime/attestation/faults.ts';
import { connect } from '../../../runtime/client/index.ts';
import { toBase64url } from '../../../runtime/text-forms.ts';
import { patience, watch } from '../brokers.ts';
import { endOf } from './end-of.ts';
import { serials } from './endorsed.ts';
import { attestedOffer, kinds } from './offers.ts';
import { keyExtensions } from './sev-snp-evidence.ts';

const { broker } = await watch('word-count.ts', { offersPerConnection: 64, offersPerAddress: 64 });
const policy = { evidence: ['sim'] } as const;

describe('no nonce:', () => {
  it('evidence without one, or for none in particular, is not made and not taken', async () => {
    const unasked = await fetch(new URL('/offers', broker.url), {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(unasked.status).toBe(400);
    const { offer } = await freshOffer();
    for (const nonce of [new Uint8Array(0), new Uint8Array(32)])
      await expect(verifyOffer(offer, nonce, policy)).rejects.toMatchObject({ code: 'ERR_EVIDENCE_INVALID' });
  });

  it.each(kinds)('genuine evidence of %s for another nonce is not taken', async (kind) => {
    const { take } = await attestedOffer(kind);
    expect(await endOf(take())).toBe('ok');
    expect(await endOf(take({ nonce: new Uint8Array(32) }))).toBe('ERR_EVIDENCE_INVALID key binding');
  });
});

describe('TCB taken from the report:', () => {
  it('levels that only the report states do not help a platform whose endorsed ones are too low', async () => {
    const { take } = await attestedOffer('sev-snp', { policy: { snp: 4 } });
    expect(await endOf(take())).toBe('ERR_EVIDENCE_REFUSED platform TCB');
  });

  it('a report that states more than was endorsed is not taken', async () => {
    const { take } = await attestedOffer('sev-snp', { chain: { leaf: { extensions: keyExtensions(2) } } });
    expect(await endOf(take())).toBe('ERR_EVIDENCE_INVALID platform TCB');
  });
});

describe('environment read after measurement:', () => {
  it('what the broker’s environment becomes reaches no session process', async () => {
    const straying = await watch('straying.ts', { poolSize: 1 });
    process.env['STATELESS_PROBE'] = 'set after the launch digest was taken';
    process.env['NODE_OPTIONS'] = '--expose-gc';
    afterAll(() => {
      delete process.env['STATELESS_PROBE'];
      delete process.env['NODE_OPTIONS'];
    });
    const digests: string[] = [];
    const client = connect(straying.broker.url, policy);
    for (let session = 0; session < 2; session += 1) {
      const onEvidence = ({ launchDigest }: { launchDigest: string }): void => {
        digests.push(launchDigest);
      };
      const answer = JSON.stringify(await client.request({ how: 'lists what is open' }, { onEvidence }));
      expect(answer).not.toMatch(/STATELESS_PROBE|NODE_OPTIONS/);
    }
    expect(digests).toEqual([straying.broker.launchDigest, straying.broker.launchDigest]);
    await expect.poll(() => straying.ends().length, patience).toBe(2);
  });
});

describe('expired endorsement:', () => {
  it.each(kinds)('evidence of %s whose key’s certificate has ended is not taken', async (kind) => {
    const { take } = await attestedOffer(kind, { chain: { leaf: { notAfter: '260531235959Z' } } });
    expect(await endOf(take())).toBe('ERR_EVIDENCE_EXPIRED certificate chain');
  });
});

describe('revoked endorsement:', () => {
  it.each(['sev-snp', 'tdx'] as const)(
    'evidence of %s with a revoked intermediate is not taken',
    async (kind) => {
      const { take } = await attestedOffer(kind, { revoked: [serials.intermediate] });
      expect(await endOf(take())).toBe('ERR_EVIDENCE_REVOKED revocation list');
    },
  );
});

describe('key of another session:', () => {
  it('evidence of one is not taken for that of another', async () => {
    const [first, second] = [await freshOffer(), await freshOffer()];
    const swapped = { ...first.offer, keyConfig: second.offer.keyConfig };
    await expect(verifyOffer(swapped, first.nonce, policy)).rejects.toMatchObject({
      code: 'ERR_EVIDENCE_INVALID',
      detail: 'key binding',
    });
  });

  it.each(kinds)('genuine evidence of %s is not taken for it', async (kind) => {
    const [{ take }, other] = [await attestedOffer(kind), await attestedOffer(kind)];
    const end = await endOf(take({ keyConfig: other.offer.keyConfig }));
    expect(end).toBe('ERR_EVIDENCE_INVALID key binding');
  });
});

describe('another egress manifest:', () => {
  it('evidence is not taken for one that lets more out', async () => {
    const { offer, nonce } = await freshOffer();
    const wider = { ...offer, egress: offer.egress.replace('"max":1', '"max":9') };
    expect(wider.egress).not.toBe(offer.egress);
    await expect(verifyOffer(wider, nonce, policy)).rejects.toMatchObject({ detail: 'key binding' });
  });

  it.each(kinds)('genuine evidence of %s is not taken for it, nor for another launch', async (kind) => {
    const { take, offer } = await attestedOffer(kind);
    const wider = { egress: offer.egress.replace('[256]', '[256,1024]') };
    expect(await endOf(take(wider))).toBe('ERR_EVIDENCE_INVALID key binding');
    expect(await endOf(take({ launchDigest: '11'.repeat(32) }))).toBe('ERR_EVIDENCE_INVALID key binding');
  });
});

describe('evidence of another kind:', () => {
  it('is not taken for the one that is asked for', async () => {
    const { offer, nonce } = await freshOffer();
    const tdx: Verifier = { kind: 'tdx', verify: () => Promise.reject(refused('measurement')) };
    await expect(verifyOffer(offer, nonce, { evidence: [tdx] })).rejects.toMatchObject({
      detail: 'evidence kind',
    });
    const renamed = { ...offer, evidence: { ...offer.evidence, kind: 'tdx' } };
    await expect(verifyOffer(renamed, nonce, { evidence: [tdx, 'sim'] })).rejects.toMatchObject({
      detail: 'measurement',
    });
  });

  it('is taken when one of several verifiers of its kind takes it', async () => {
    const { offer, nonce } = await freshOffer();
    const strict: Verifier = { kind: 'sim', verify: () => Promise.reject(refused('measurement')) };
    expect((await verifyOffer(offer, nonce, { evidence: [strict, 'sim'] })).checks).toContain('key binding');
  });
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
