/** How a verifier works: an ordered list of named checks over facts, each of which passes or throws. */
import type { Bytes } from '../bytes.ts';
import type { EvidenceKind } from './evidence.ts';
import { invalid, refused } from './faults.ts';

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

/** A question about facts. */
type Holds<Facts> = (facts: Facts) => boolean | Promise<boolean>;

/** A check of what the evidence proves: where it does not hold, the evidence is not what its signers made. */
export function proof<Facts>(name: string, holds: Holds<Facts>): Check<Facts> {
  return {
    name,
    async run(facts) {
      if (!(await holds(facts))) throw invalid(name);
    },
  };
}

/** A check of what the policy asks: where it does not hold, genuine evidence is refused. */
export function demand<Facts>(name: string, holds: Holds<Facts>): Check<Facts> {
  return {
    name,
    async run(facts) {
      if (!(await holds(facts))) throw refused(name);
    },
  };
}

/** A verifier: how evidence is read, and the list of checks that it must pass. */
export function verifier<Facts extends Pick<Appraisal, 'reportData'>>(
  kind: EvidenceKind,
  read: (presented: Presented, at: number) => Facts,
  checks: readonly Check<Facts>[],
): Verifier {
  return {
    kind,
    async verify(presented, at) {
      const facts = read(presented, at);
      return { reportData: facts.reportData.slice(), passed: await runChecks(checks, facts) };
    },
  };
}

/** Runs every check in order; there is no way to leave one out. */
export async function runChecks<Facts>(checks: readonly Check<Facts>[], facts: Facts): Promise<string[]> {
  for (const { run } of checks) await run(facts);
  return checks.map(({ name }) => name);
}
