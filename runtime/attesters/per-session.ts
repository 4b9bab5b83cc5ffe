/** Evidence for every session: what a broker asks for unless it is told otherwise. */
import type { Attester, Evidence, Notary, Offer } from '../attestation/evidence.ts';
import { reportData } from '../attestation/report-data.ts';

/** Makes evidence for every session. */
export function perSession(attest: Attester): Notary {
  return async (binding) => ({ evidence: encode(await attest(await reportData(binding))) });
}

/** Evidence as it stands in an offer. */
export function encode({ kind, statement, endorsements }: Evidence): Offer['evidence'] {
  return { kind, statement: base64url(statement), endorsements: base64url(endorsements) };
}

/** Base64url without padding (RFC 4648, section 5). */
export function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
