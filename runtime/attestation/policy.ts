/** What a relying party insists on before it seals anything. */
import type { KemName } from '../hpke/suites.ts';
import type { Verifier } from './verifier.ts';

/** A policy. Each absent set of digests means that every digest will do. */
export interface Policy {
  /**
   * The evidence to accept: verifiers with reference values of their own. Simulated evidence is accepted only when
   * `sim` stands here by name.
   */
  readonly evidence: readonly (Verifier | 'sim')[];
  /** The launch digests to accept, lower-case hexadecimal. */
  readonly launchDigests?: readonly string[];
  /** The digests of egress manifests to accept, lower-case hexadecimal. */
  readonly egressDigests?: readonly string[];
  /** The key encapsulation mechanisms to accept; X-Wing alone unless this says otherwise. */
  readonly kems?: readonly KemName[];
  /** Milliseconds that an epoch may last. Without it, evidence must be made for the very session. */
  readonly maxEpochMs?: number;
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
}
