/** AMD vouches for the signing key: its certificate leads to one of AMD's roots, holds now, and is not revoked. */
import { concat } from '../../bytes.ts';
import type { Check } from '../appraisal.ts';
import { invalid } from '../faults.ts';
import { checkChain } from '../x509/chain.ts';
import { checkNotRevoked, readRevocationList } from '../x509/crl.ts';
import type { SevSnpFacts } from './facts.ts';

const name = 'certificate chain';

export const chainCheck: Check<SevSnpFacts> = {
  name,
  async run({ chain, roots, policy, at }) {
    if (chain.length !== 3) throw invalid(name);
    await checkChain(chain, roots, at, name);
    if (policy.revocationList === undefined) return;
    const list = readRevocationList(concat(policy.revocationList), () => invalid('revocation list'));
    const root = chain.at(-1);
    const intermediate = chain[1];
    if (root && intermediate) await checkNotRevoked(intermediate, root, list, at);
  },
};
