/** How a verifier works: an ordered list of named checks over facts, each of which passes or throws. */
import type { EvidenceKind } from './evidence.ts';
import { invalid, refused } from './faults.ts';
import type { Appraisal, Check, Presented, Verifier } from './verifier.ts';

type Predicate<Facts> = (facts: Facts) => boolean | Promise<boolean>;

/** A check of what the evidence proves: where it does not hold, the evidence is not what its signers made. */
export const proof = checkWith(invalid);

/** A check of what the policy asks: where it does not hold, genuine evidence is refused. */
export const demand = checkWith(refused);

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

function checkWith(
  fault: (check: string) => Error,
): <Facts>(name: string, holds: Predicate<Facts>) => Check<Facts> {
  return (name, holds) => ({
    name,
    async run(facts) {
      if (!(await holds(facts))) throw fault(name);
    },
  });
}
