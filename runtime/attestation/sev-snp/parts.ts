/** What an SEV-SNP report is made of, what a relying party asks of it, and what the checks look at. Types only. */
import type { Bytes } from '../../bytes.ts';
import type { Chain } from '../x509/parts.ts';

/** Generations with public endorsement keys. */
export type Product = 'milan' | 'genoa' | 'turin';

/** Security patch levels; `fmc` is Turin's alone, and asked for there. */
export interface Tcb {
  readonly fmc?: number;
  readonly bootLoader: number;
  readonly tee: number;
  readonly snp: number;
  readonly microcode: number;
}

/** What of a report the checks look at; byte strings that are compared are hexadecimal. */
export interface Report {
  readonly signed: Bytes;
  /** `r || s`, big-endian, as WebCrypto takes it. */
  readonly signature: Bytes;
  /** From the CPUID fields; undefined in version 2, which has none. */
  readonly product: Product | undefined;
  readonly isDebuggable: boolean;
  readonly mayMigrate: boolean;
  readonly vmpl: number;
  readonly signingKey: 'vcek' | 'vlek';
  readonly isChipMasked: boolean;
  readonly measurement: string;
  readonly reportData: Bytes;
  readonly reportedTcb: Bytes;
  readonly chipId: string;
}

/** What a relying party insists on. */
export interface SevSnpPolicy {
  /** The launch measurements to accept: 48 bytes each, lower-case hexadecimal. */
  readonly measurements: readonly string[];
  /** The lowest patch levels to accept, by product; a product without a row is refused. */
  readonly minimumTcb: Readonly<Partial<Record<Product, Tcb>>>;
  /** AMD's revocation list for the product (DER), fetched by the relying party: never taken from the evidence. */
  readonly revocationList?: Uint8Array;
}

/** What is settled before evidence arrives. */
export interface SevSnpTerms {
  readonly policy: SevSnpPolicy;
  /** SHA-256 digests of AMD's root certificates, hexadecimal. */
  readonly roots: readonly string[];
  /** The time of the appraisal, in milliseconds since 1970. */
  readonly at: number;
}

/** Everything that one appraisal is about. */
export interface SevSnpFacts extends SevSnpTerms {
  readonly reportData: Bytes;
  readonly report: Report;
  /** The VCEK or VLEK that signed the report, then AMD's intermediate and root. */
  readonly chain: Chain;
  readonly product: Product;
}
