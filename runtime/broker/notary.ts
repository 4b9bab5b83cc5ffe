/** Who makes the evidence of an offer: the attester itself for every session, or a node key that it attests for an epoch. */
import { epochReportData, nodeKey, reportData, sessionStatement } from '../attestation/report-data.ts';
import type { Binding, Epoch } from '../attestation/binding.ts';
import type { Attester, Evidence } from '../attestation/evidence.ts';
import type { Offer } from '../attestation/offer.ts';
import { toBase64url } from '../text-forms.ts';

/** The parts of an offer that are about evidence. */
export type Attested = Pick<Offer, 'evidence' | 'epoch'>;

/** Makes them for one session. */
export type Notary = (binding: Binding) => Promise<Attested>;

/** Evidence for every session. */
export function sessionNotary(attest: Attester): Notary {
  return async (binding) => ({ evidence: encode(await attest(await reportData(binding))) });
}

/** Evidence once an epoch, over a key that cannot be extracted and that signs each session key. */
export function epochNotary(attest: Attester, epochMs: number): Notary {
  let current: Promise<Node> | undefined;
  let until = 0;
  return async (binding) => {
    if (Date.now() >= until - epochMs / 4) {
      until = Date.now() + epochMs;
      current = openEpoch(attest, binding, until - epochMs, until);
      current.catch(() => {
        until = 0;
      });
    }
    const node = await (current ?? Promise.reject(new TypeError('an epoch is open')));
    return sign(node, binding);
  };
}

interface Node {
  readonly privateKey: CryptoKey;
  readonly epoch: Epoch;
  readonly evidence: Evidence;
}

async function openEpoch(
  attest: Attester,
  binding: Binding,
  notBefore: number,
  notAfter: number,
): Promise<Node> {
  const pair = await crypto.subtle.generateKey(nodeKey, false, ['sign', 'verify']);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  const epoch = { publicKey, notBefore, notAfter };
  return {
    privateKey: pair.privateKey,
    epoch,
    evidence: await attest(await epochReportData(epoch, binding)),
  };
}

async function sign({ privateKey, epoch, evidence }: Node, binding: Binding): Promise<Attested> {
  const signature = await crypto.subtle.sign(nodeKey, privateKey, await sessionStatement(binding));
  const { publicKey, notBefore, notAfter } = epoch;
  return {
    evidence: encode(evidence),
    epoch: {
      publicKey: toBase64url(publicKey),
      notBefore,
      notAfter,
      signature: toBase64url(new Uint8Array(signature)),
    },
  };
}

function encode({ kind, statement, endorsements }: Evidence): Offer['evidence'] {
  return { kind, statement: toBase64url(statement), endorsements: toBase64url(endorsements) };
}
