/** What the checks of Nitro evidence look at: the document, the policy, and the time. */
import type { Bytes } from '../../bytes.ts';
import type { NitroDocument } from './document.ts';

/** One enclave image's reference values: 48 bytes each, hexadecimal. */
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

/** Everything that one appraisal is about. */
export interface NitroFacts {
  readonly reportData: Bytes;
  readonly document: NitroDocument;
  readonly policy: NitroPolicy;
  readonly at: number;
}
