/** Evidence by kind, as attesters make it: what was signed, and what endorses the signer. */
import type { Bytes } from '../bytes.ts';
import type { Binding } from './binding.ts';
import type { Offer } from './offer.ts';

/** The kinds of evidence. `sim` proves nothing about hardware and is for development. */
export type EvidenceKind = 'sim' | 'sev-snp' | 'tdx' | 'nitro';

/** What an attester gives. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** An SEV-SNP report, a TDX quote, a Nitro document; of `sim` the report data itself. */
  readonly statement: Bytes;
  /** A PEM chain for SEV-SNP, collateral as JSON for TDX, nothing for the others. */
  readonly endorsements: Bytes;
}

/** Makes evidence over 64 bytes of report data. */
export type Attester = (reportData: Bytes) => Promise<Evidence>;

/** The parts of an offer that are about evidence. */
export type Attested = Pick<Offer, 'evidence' | 'epoch'>;

/** Makes them for one session. */
export type Notary = (binding: Binding) => Promise<Attested>;
