/**
 * AMD vouches for the signing key: its certificate leads to one of AMD's roots, holds now, and is not revoked. AMD's
 * list is the root's and names intermediates alone: every VCEK has the serial number 0, and an old one ends with the
 * patch levels that it states.
 */
import { concat } from '../../bytes.ts';
import type { Check } from '../verifier.ts';
import { invalid } from '../faults.ts';
import { checkChain } from '../x509/chain.ts';
import { checkNotRevoked, readRevocationList } from '../x509/crl.ts';
import type { SevSnpFacts } from './parts.ts';

const name = 'certificate chain';

export const chainCheck: Check<Pick<SevSnpFacts, 'chain' | 'roots' | 'policy' | 'at'>> = {
  name,
  async run({ chain, roots, policy, at }) {
    const [, intermediate, root] = chain;
    if (!intermediate || !root || chain.length !== 3) throw invalid(name);
    await checkChain(chain, roots, at, name);
    if (policy.revocationList === undefined) return;
    const list = readRevocationList(concat(policy.revocationList), () => invalid('revocation list'));
    await checkNotRevoked(intermediate, root, list, at);
  },
};
