/** Evidence by kind, and the attesters that make it. Only the simulated kind exists yet. */
import type { Bytes } from '../bytes.ts';
import { toBase64url } from '../text-forms.ts';

/** The kinds of evidence. `sim` proves nothing about hardware and is for development. */
export type EvidenceKind = 'sim' | 'sev-snp' | 'tdx' | 'nitro';

/** Evidence as an offer carries it; `reportData` is base64url. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly reportData: string;
}

/** Makes evidence over 64 bytes of report data. */
export type Attester = (reportData: Bytes) => Promise<Evidence>;

/** The simulated attester: it states the report data, and nobody vouches for it. */
export const simulatedAttester: Attester = (reportData) =>
  Promise.resolve({ kind: 'sim', reportData: toBase64url(reportData) });
