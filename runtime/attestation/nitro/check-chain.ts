/** AWS vouches for the enclave's key: its certificate leads to AWS's root and holds at this time. */
import type { Check } from '../verifier.ts';
import { checkChain } from '../x509/chain.ts';
import type { NitroFacts } from './parts.ts';

const name = 'certificate chain';

export const chainCheck: Check<NitroFacts> = {
  name,
  run: ({ document, roots, at }) => checkChain(document.chain, roots, at, name),
};
