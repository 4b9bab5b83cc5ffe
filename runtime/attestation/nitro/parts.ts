/** What a Nitro document is made of, what a relying party asks of it, and what the checks look at. Types only. */
import type { Bytes } from '../../bytes.ts';
import type { Chain } from '../x509/parts.ts';

/** A document that was read and not yet verified. */
export interface NitroDocument {
  readonly signed: Bytes;
  readonly signature: Bytes;
  /** The enclave's key, then up to the root. */
  readonly chain: Chain;
  /** Milliseconds since 1970, as the Nitro hypervisor states them. */
  readonly timestamp: number;
  /** The first three, hexadecimal. */
  readonly pcrs: readonly [string, string, string];
  readonly userData: Bytes;
}

/** One enclave image's reference values: 48 bytes each, lower-case hexadecimal. */
export interface NitroMeasurements {
  readonly pcr0: string;
  readonly pcr1: string;
  readonly pcr2: string;
}

/** What a relying party insists on. */
export interface NitroPolicy {
  /** The measurements to accept, each as a whole. */
  readonly measurements: readonly NitroMeasurements[];
  /** Milliseconds that a document may be old. Default 5 minutes. */
  readonly maxAgeMs?: number;
}

/** What is settled before evidence arrives. */
export interface NitroTerms {
  readonly policy: NitroPolicy;
  /** SHA-256 digests of AWS's root certificate, hexadecimal. */
  readonly roots: readonly string[];
  /** The time of the appraisal, in milliseconds since 1970. */
  readonly at: number;
}

/** Everything that one appraisal is about. */
export interface NitroFacts extends NitroTerms {
  readonly reportData: Bytes;
  readonly document: NitroDocument;
}
