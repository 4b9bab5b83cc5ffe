/** Production mode: a broker starts only on a machine whose required rows are closed. */
import type { UseShape } from '../egress/shapes.ts';
import { StatelessError } from '../error.ts';
import { list, parseJson, record, text } from '../shape.ts';
import { readFacts } from './facts.ts';
import { judge, openRows } from './posture.ts';

/**
 * Refuses a machine with an open required row.
 *
 * @param evidence the kind of evidence that the broker would give
 * @throws StatelessError `ERR_POSTURE` naming the rows and the checks that fail
 */
export function requirePosture(evidence: string): void {
  const open = openRows(judge(readFacts(evidence)));
  if (open.length === 0) return;
  const rows = open.map(({ id, reasons }) => `${id}: ${reasons.join(', ')}`);
  throw new StatelessError('ERR_POSTURE', rows.join('; '));
}

const policy = record({ evidence: list(text()) });

/**
 * Refuses upstreams that would be called on simulated evidence.
 *
 * @throws StatelessError `ERR_POSTURE` naming them
 */
export function requireUpstreams(uses: readonly UseShape[]): void {
  const fault = (): StatelessError =>
    new StatelessError('ERR_BUNDLE', 'the policy of an upstream is no policy');
  const simulated = uses.filter((use) =>
    policy(parseJson(use.policy, fault), fault).evidence.includes('sim'),
  );
  if (simulated.length === 0) return;
  const names = simulated.map(({ name }) => name).join(', ');
  throw new StatelessError('ERR_POSTURE', `upstream-calls: simulated evidence is accepted of ${names}`);
}
