/** What a verifier of evidence is, and what it is made of. Types only. */
import type { Bytes } from '../bytes.ts';
import type { EvidenceKind } from './evidence.ts';

/** One check. Its name is what a relying party sees when it passes, and the error's detail when it does not. */
export interface Check<Facts> {
  readonly name: string;
  readonly run: (facts: Facts) => void | Promise<void>;
}

/** Evidence as it arrives: what the attester signed, and what endorses the attester. */
export interface Presented {
  readonly statement: Bytes;
  readonly endorsements: Bytes;
}

/** What a verifier found: the bytes that the attester was asked to sign, and the checks that passed, in order. */
export interface Appraisal {
  readonly reportData: Bytes;
  readonly passed: readonly string[];
}

/** A verifier of one kind of evidence, under a policy of its own. */
export interface Verifier {
  readonly kind: EvidenceKind;
  /**
   * Appraises evidence.
   *
   * @param at the time of the appraisal, in milliseconds since 1970
   * @throws StatelessError `ERR_EVIDENCE_INVALID`, `_EXPIRED`, `_REVOKED` or `_REFUSED`, with the name of the check
   */
  readonly verify: (presented: Presented, at: number) => Promise<Appraisal>;
}
