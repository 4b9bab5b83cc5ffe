/** The quote is what the quoting enclave signed: header and body under its attestation key. */
import type { Check } from '../appraisal.ts';
import { invalid } from '../faults.ts';
import { isEcdsa } from '../x509/signature.ts';
import type { TdxFacts } from './facts.ts';

const name = 'quote signature';

export const signatureCheck: Check<TdxFacts> = {
  name,
  async run({ quote: { attestationKey, signature, signed } }) {
    if (!(await isEcdsa('P-256', attestationKey, signature, signed))) throw invalid(name);
  },
};
