/** Intel vouches for the platform's certification key: its certificate leads to Intel's root and is not revoked. */
import type { Check } from '../verifier.ts';
import { invalid } from '../faults.ts';
import { checkChain } from '../x509/chain.ts';
import { checkNotRevoked } from '../x509/crl.ts';
import type { TdxFacts } from './parts.ts';

const name = 'certificate chain';

export const chainCheck: Check<TdxFacts> = {
  name,
  async run({ chain, roots, collateral: { rootList, keyList }, at }) {
    const [key, intermediate, root] = chain;
    if (!intermediate || !root || chain.length !== 3) throw invalid(name);
    await checkChain(chain, roots, at, name);
    await checkNotRevoked(intermediate, root, rootList, at);
    await checkNotRevoked(key, intermediate, keyList, at);
  },
};
