/** Evidence by kind, as attesters make it, and the offer that it stands in. Types only. */
import type { Bytes } from '../bytes.ts';
import type { Binding } from './binding.ts';

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

/** An offer as the broker sends it. Digests are hexadecimal, byte strings base64url. */
export interface Offer {
  /** The name under which the one request to this offer is posted. */
  readonly session: string;
  readonly keyConfig: string;
  readonly evidence: { readonly kind: string; readonly statement: string; readonly endorsements: string };
  /** Where evidence is made for an epoch: the node key and its time, and its signature for this session. */
  readonly epoch?: {
    readonly publicKey: string;
    readonly notBefore: number;
    readonly notAfter: number;
    readonly signature: string;
  };
  /** The egress manifest, as the exact text whose digest is in the evidence. */
  readonly egress: string;
  readonly launchDigest: string;
  readonly expiresInMs: number;
}

/** The parts of an offer that are about evidence. */
export type Attested = Pick<Offer, 'evidence' | 'epoch'>;

/** Makes them for one session. */
export type Notary = (binding: Binding) => Promise<Attested>;
