/** Compares two sides: A B A B, so that what else the machine does falls on both. */
import type { Budget } from './budgets.ts';
import { type Usage, measure } from './measure.ts';
import { type Project, commandOf } from './sides.ts';
import { type Spread, spreadOf } from './statistics.ts';

export interface Verdict {
  readonly name: string;
  readonly share: number;
  readonly limit: number;
  /** Of the paired ratios. Undefined when a side could not run. */
  readonly ratio: Spread | undefined;
  readonly ours: number | undefined;
  readonly theirs: number | undefined;
  /** Undefined where the figure is only told beside a budget. */
  readonly isHeld: boolean | undefined;
}

type Pair = readonly [ours: Usage, theirs: Usage];

/** Measures all budgets that compare the same two sides at once. */
export function compare(
  alike: readonly Budget[],
  project: Project,
  share: number,
  rounds: number,
): readonly Verdict[] {
  const [first] = alike;
  if (first === undefined) return [];
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ours = measure(commandOf(first.ours, project));
    const theirs = measure(commandOf(first.theirs, project));
    if (ours !== undefined && theirs !== undefined) pairs.push([ours, theirs]);
  }
  return alike.map((budget) => verdictOf(budget, share, pairs));
}

function verdictOf(
  { name, measure: by, limit, share: wanted }: Budget,
  share: number,
  pairs: readonly Pair[],
): Verdict {
  const ratio =
    pairs.length === 0 ? undefined : spreadOf(pairs.map(([ours, theirs]) => ours[by] / theirs[by]));
  const medianOf = (side: 0 | 1): number | undefined =>
    pairs.length === 0 ? undefined : spreadOf(pairs.map((pair) => pair[side][by])).median;
  const isHeld = share === wanted ? ratio !== undefined && ratio.high <= limit : undefined;
  return { name, share, limit, ratio, ours: medianOf(0), theirs: medianOf(1), isHeld };
}
