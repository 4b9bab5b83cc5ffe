/** The report is what the processor signed: its signature holds under the endorsed key, which is of the kind it names. */
import { proof } from '../appraisal.ts';
import { isEcdsa } from '../x509/signature.ts';
import type { SevSnpFacts } from './parts.ts';

export const signatureCheck = proof<SevSnpFacts>('report signature', ({ report, chain: [key] }) =>
  isEcdsa('P-384', key.publicKey, report.signature, report.signed),
);
