/** Production mode: what keeps a broker from starting, on this machine and in the bundle that it would serve. */
import { StatelessError } from '../error.ts';
import { list, parseJson, record, text } from '../shape.ts';
import { readFacts } from './facts.ts';
import { judge, openRows } from './posture.ts';

/**
 * The rows that are open though a machine can close them, with the checks that fail.
 *
 * @param evidence the kind of evidence that the broker would give
 * @param execArgv the flags with which the broker was started
 */
export function openOnThisMachine(evidence: string, execArgv: readonly string[]): readonly string[] {
  const open = openRows(judge({ ...readFacts(evidence), execArgv }));
  return open.map(({ id, reasons }) => `${id}: ${reasons.join(', ')}`);
}

const policyOf = record({ evidence: list(text()) });

/** Upstreams that would be called on simulated evidence, as the row that they leave open; none if there are none. */
export function openUpstreams(policies: ReadonlyMap<string, string>): readonly string[] {
  const fault = (): StatelessError =>
    new StatelessError('ERR_BUNDLE', 'the policy of an upstream is no policy');
  const simulated = [...policies].filter(([, policy]) =>
    policyOf(parseJson(policy, fault), fault).evidence.includes('sim'),
  );
  const names = simulated.map(([name]) => name).join(', ');
  return simulated.length === 0 ? [] : [`upstream-calls: simulated evidence is accepted of ${names}`];
}
