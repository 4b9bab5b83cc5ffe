/** Evidence once an epoch, for machines whose attester is slow: over a node key, which then signs each session key. */
import type { Binding, Epoch } from '../attestation/binding.ts';
import type { Attested, Attester, Evidence, Notary } from '../attestation/evidence.ts';
import { epochReportData, nodeKey, sessionStatement } from '../attestation/epoch-data.ts';
import { base64url, encode } from './per-session.ts';

/**
 * Makes evidence once an epoch, over a key that cannot be extracted and that signs each session key. A client takes it
 * only if its policy has `maxEpochMs`.
 *
 * @param epochMs milliseconds of an epoch
 *
 * @example
 * await serve('summarise.mjs', { attester: tsmAttester(), notary: perEpoch(60_000) });
 */
export function perEpoch(epochMs: number): (attester: Attester) => Notary {
  return (attest) => {
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
      publicKey: base64url(publicKey),
      notBefore,
      notAfter,
      signature: base64url(new Uint8Array(signature)),
    },
  };
}
