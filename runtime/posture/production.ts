/** Production mode: a broker starts only on a machine whose required rows are closed. */
import { StatelessError } from '../error.ts';
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
