/** AWS vouches for the enclave's key: its certificate leads to AWS's root and holds at this time. */
import type { Check } from '../verifier.ts';
import { checkChain } from '../x509/chain.ts';
import type { NitroFacts } from './parts.ts';

const name = 'certificate chain';

/** SHA-256 digest of the certificate "aws.nitro-enclaves", G1. */
const roots = ['641a0321a3e244efe456463195d606317ed7cdcc3c1756e09893f3c68f79bb5b'];

export const chainCheck: Check<NitroFacts> = {
  name,
  run: ({ document, at }) => checkChain(document.chain, roots, at, name),
};
