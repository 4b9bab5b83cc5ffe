/** Offers whose evidence is genuine under roots of a test's own, and the client's whole verification of them. */
import { toHex, fromHex } from '../../../runtime/text-forms.ts';
import { reportData, sha256 } from '../../../runtime/attestation/report-data.ts';
import type { ReceivedOffer } from '../../../runtime/attestation/offer.ts';
import type { Presented, Verifier } from '../../../runtime/attestation/verifier.ts';
import { verifyOffer } from '../../../runtime/attestation/verify.ts';
import type { VerifiedEvidence } from '../../../runtime/attestation/verify.ts';
import { utf8 } from '../../../runtime/bytes.ts';
import type { Bytes } from '../../../runtime/bytes.ts';
import { mechanisms } from '../../../runtime/hpke/index.ts';
import { writeKeyConfig } from '../../../runtime/wire/key-config.ts';
import { nitroUnder, sevSnpUnder, tdxUnder } from './appraise.ts';
import { revoke } from './authority.ts';
import type { ChainChoices } from './endorsed.ts';
import { makeNitro } from './nitro-evidence.ts';
import { makeSevSnp } from './sev-snp-evidence.ts';
import { makeTdx } from './tdx-evidence.ts';

/** The kinds of evidence that somebody endorses. */
export const kinds = ['sev-snp', 'tdx', 'nitro'] as const;

/** What is unusual about the evidence of an offer, or about what a client asks of it. */
export interface OfferChoices {
  readonly chain?: ChainChoices;
  /** Serial numbers on the root's revocation list. */
  readonly revoked?: readonly number[];
  readonly policy?: { readonly snp: number };
}

/** What a broker may change about an offer after its evidence was made; the nonce is the client's. */
export type Changes = Partial<ReceivedOffer> & { readonly nonce?: Bytes };

/** An offer, and its verification by a client, with changes in between. */
export interface AttestedOffer {
  readonly offer: ReceivedOffer;
  readonly take: (changes?: Changes) => Promise<VerifiedEvidence>;
}

const at = Date.parse('2026-06-01T00:00:00Z');
const egress = '{"maxChunks":0,"sizeClasses":[256]}';
const launchDigest = toHex(new Uint8Array(32));

/** Makes an offer. */
export async function attestedOffer(
  kind: (typeof kinds)[number],
  choices: OfferChoices = {},
): Promise<AttestedOffer> {
  const { publicKey } = await mechanisms.x25519.generate();
  const keyConfig = writeKeyConfig('x25519', publicKey);
  const own = crypto.getRandomValues(new Uint8Array(32));
  const egressDigest = await sha256(utf8(egress));
  const stated = await reportData({
    nonce: own,
    keyConfig,
    egressDigest,
    launchDigest: fromHex(launchDigest),
  });
  const { presented, verifier } = await makers[kind](stated, choices);
  const evidence = { kind, ...presented };
  const offer = { session: '0'.repeat(32), keyConfig, evidence, epoch: undefined, egress, launchDigest };
  const policy = { evidence: [verifier], kems: ['x25519'], now: () => at } as const;
  return {
    offer,
    take: ({ nonce = own, ...changes } = {}) => verifyOffer({ ...offer, ...changes }, nonce, policy),
  };
}

interface Made {
  readonly presented: Presented;
  readonly verifier: Verifier;
}

const makers: Record<(typeof kinds)[number], (stated: Bytes, choices: OfferChoices) => Promise<Made>> = {
  async 'sev-snp'(stated, { chain, revoked = [], policy }) {
    const { presented, roots, root } = await makeSevSnp(chain, stated);
    return { presented, verifier: sevSnpUnder(roots, await revoke(root, revoked), policy?.snp) };
  },
  async tdx(stated, { chain, revoked = [] }) {
    const { presented, roots } = await makeTdx(
      chain,
      { rootList: ({ root }) => revoke(root, revoked) },
      stated,
    );
    return { presented, verifier: tdxUnder(roots) };
  },
  async nitro(stated, { chain }) {
    const { presented, roots } = await makeNitro(at, chain, stated);
    return { presented, verifier: nitroUnder(roots) };
  },
};
