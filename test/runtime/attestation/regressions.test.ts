/** The ways in which evidence has misled clients elsewhere: each by its name, and none of them works here. */
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

const { broker } = await watch('word-count.ts', { offersPerConnection: 64, offersPerAddress: 64 });
const policy = { evidence: ['sim'] } as const;

describe('evidence', () => {
  it('without a nonce, or for no nonce in particular, is not made and not taken', async () => {
    const unasked = await fetch(new URL('/offers', broker.url), { method: 'POST', body: '{}' });
    expect(unasked.status).toBe(400);
    const { offer } = await freshOffer();
    for (const nonce of [new Uint8Array(0), new Uint8Array(32)])
      await expect(verifyOffer(offer, nonce, policy)).rejects.toMatchObject({ code: 'ERR_EVIDENCE_INVALID' });
  });

  it('for the key of another session is not taken', async () => {
    const [first, second] = [await freshOffer(), await freshOffer()];
    const swapped = { ...first.offer, keyConfig: second.offer.keyConfig };
    await expect(verifyOffer(swapped, first.nonce, policy)).rejects.toMatchObject({
      code: 'ERR_EVIDENCE_INVALID',
      detail: 'key binding',
    });
  });

  it('for another egress manifest is not taken', async () => {
    const { offer, nonce } = await freshOffer();
    const wider = { ...offer, egress: offer.egress.replace('"max":1', '"max":9') };
    expect(wider.egress).not.toBe(offer.egress);
    await expect(verifyOffer(wider, nonce, policy)).rejects.toMatchObject({ detail: 'key binding' });
  });

  it('of one kind is not taken for another', async () => {
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

describe('an environment that is read after measurement', () => {
  it('is none: what the broker’s environment becomes reaches no session process', async () => {
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

async function freshOffer(): Promise<{ offer: ReceivedOffer; nonce: Uint8Array<ArrayBuffer> }> {
  const nonce = crypto.getRandomValues(new Uint8Array(32));
  const body = JSON.stringify({ nonce: toBase64url(nonce) });
  const response = await fetch(new URL('/offers', broker.url), { method: 'POST', body });
  return { offer: readOffer(await response.json()), nonce };
}
