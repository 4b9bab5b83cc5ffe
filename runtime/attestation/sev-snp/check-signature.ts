/** The report is what the processor signed: its signature holds under the endorsed key, which is of the kind it names. */
import type { Check } from '../appraisal.ts';
import { invalid } from '../faults.ts';
import { isEcdsa } from '../x509/signature.ts';
import type { SevSnpFacts } from './facts.ts';

const name = 'report signature';

export const signatureCheck: Check<SevSnpFacts> = {
  name,
  async run({ report, key }) {
    if (!(await isEcdsa('P-384', key.publicKey, report.signature, report.signed))) throw invalid(name);
  },
};
