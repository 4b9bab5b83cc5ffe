/** Intel vouches for the platform's certification key: its certificate leads to Intel's root and is not revoked. */
import type { Check } from '../verifier.ts';
import { invalid } from '../faults.ts';
import { checkChain } from '../x509/chain.ts';
import { checkNotRevoked } from '../x509/crl.ts';
import type { TdxFacts } from './parts.ts';

/** SHA-256 digest of the certificate "Intel SGX Root CA". */
export const intelRoots = ['44a0196b2b99f889b8e149e95b807a350e7424964399e885a7cbb8ccfab674d3'];

const name = 'certificate chain';

export const chainCheck: Check<TdxFacts> = {
  name,
  async run({ chain, collateral: { rootList, keyList }, at }) {
    const [key, intermediate, root] = chain;
    if (!intermediate || !root || chain.length !== 3) throw invalid(name);
    await checkChain(chain, intelRoots, at, name);
    await checkNotRevoked(intermediate, root, rootList, at);
    await checkNotRevoked(key, intermediate, keyList, at);
  },
};
