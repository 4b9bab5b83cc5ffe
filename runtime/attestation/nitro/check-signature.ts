/** The document is what the Nitro hypervisor signed, with the key of its certificate. */
import type { Check } from '../appraisal.ts';
import { invalid } from '../faults.ts';
import { isEcdsa } from '../x509/signature.ts';
import type { NitroFacts } from './facts.ts';

const name = 'document signature';

export const signatureCheck: Check<NitroFacts> = {
  name,
  async run({ document: { chain, signature, signed } }) {
    if (!(await isEcdsa('P-384', chain[0].publicKey, signature, signed))) throw invalid(name);
  },
};
