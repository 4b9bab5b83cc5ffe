/** The quote is what the quoting enclave signed: header and body under its attestation key. */
import { proof } from '../appraisal.ts';
import { isEcdsa } from '../x509/signature.ts';
import type { TdxFacts } from './parts.ts';

export const signatureCheck = proof<TdxFacts>('quote signature', ({ quote }) =>
  isEcdsa('P-256', quote.attestationKey, quote.signature, quote.signed),
);
