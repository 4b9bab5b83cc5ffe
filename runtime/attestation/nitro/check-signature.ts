/** The document is what the Nitro hypervisor signed, with the key of its certificate. */
import { proof } from '../appraisal.ts';
import { isEcdsa } from '../x509/signature.ts';
import type { NitroFacts } from './parts.ts';

export const signatureCheck = proof<NitroFacts>('document signature', ({ document }) =>
  isEcdsa('P-384', document.chain[0].publicKey, document.signature, document.signed),
);
