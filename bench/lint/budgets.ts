/** The budgets of docs: each a ratio of two sides, measured in pairs. */
import type { Usage } from './measure.ts';
import type { Side } from './sides.ts';

export interface Budget {
  readonly name: string;
  readonly ours: Side;
  readonly theirs: Side;
  readonly measure: keyof Usage;
  /** The ratio that its upper quartile may not pass. */
  readonly limit: number;
  /** Files that touch tagged types, in percent, where the budget must hold. Other shares are printed beside it. */
  readonly share: number;
}

export const budgets: readonly Budget[] = [
  {
    name: 'stateless check, time',
    ours: 'stateless check',
    theirs: 'tsc',
    measure: 'cpu',
    limit: 1,
    share: 5,
  },
  {
    name: 'stateless check, memory',
    ours: 'stateless check',
    theirs: 'tsc',
    measure: 'memory',
    limit: 1,
    share: 5,
  },
  {
    name: 'all rules alone, time',
    ours: 'ours',
    theirs: 'trivial rule',
    measure: 'cpu',
    limit: 1.1,
    share: 5,
  },
  {
    name: 'all rules on code without tags, time',
    ours: 'ours',
    theirs: 'bare parser',
    measure: 'cpu',
    limit: 1.1,
    share: 0,
  },
  {
    name: 'added to recommendedTypeChecked, time',
    ours: 'recommended and ours',
    theirs: 'recommended',
    measure: 'cpu',
    limit: 1.1,
    share: 5,
  },
  {
    name: 'added to recommendedTypeChecked, memory',
    ours: 'recommended and ours',
    theirs: 'recommended',
    measure: 'memory',
    limit: 1.1,
    share: 5,
  },
];

/** Seconds of CPU time must grow with lines no faster than with this power. */
export const MAX_SLOPE = 1.1;

/** Milliseconds of CPU time that a warm re-lint of one edited file may take of ours. */
export const MAX_WARM = 200;
