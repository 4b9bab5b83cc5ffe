/** Prints the budgets with their figures, held or not. */
import type { Verdict } from './compare.ts';
import type { Growth } from './growth.ts';
import type { Spread } from './statistics.ts';
import type { Warm } from './warm.ts';

export interface Results {
  readonly ratios: readonly Verdict[];
  readonly growth: Growth;
  readonly warm: Warm | undefined;
}

export function textOf({ ratios, growth, warm }: Results): string {
  const sizes = growth.points.map(({ lines, usage }) => `${lines}: ${seconds(usage?.cpu)}`).join(', ');
  const lines = [
    ...ratios.map(ratioLine),
    `${mark(growth.isHeld)} slope over generated lines ${figure(growth.slope)} (at most ${growth.limit}); ${sizes}`,
  ];
  if (warm !== undefined)
    lines.push(
      `${mark(warm.isHeld)} warm re-lint of one file ${spread(warm.added)} ms (at most ${warm.limit})`,
    );
  return `${lines.join('\n')}\n`;
}

function ratioLine({ name, share, limit, ratio, ours, theirs, isHeld }: Verdict): string {
  return `${mark(isHeld)} ${name}, ${share} % of files: ${spread(ratio)} (at most ${limit}); ${figure(ours)} against ${figure(theirs)}`;
}

function mark(isHeld: boolean | undefined): string {
  if (isHeld === undefined) return '        ';
  return isHeld ? 'held    ' : 'NOT HELD';
}

const figure = (value: number | undefined): string =>
  value === undefined ? 'could not run' : value.toFixed(2);
const seconds = (value: number | undefined): string =>
  value === undefined ? 'could not run' : `${value.toFixed(1)} s`;

function spread(of: Spread | undefined): string {
  return of === undefined
    ? 'could not run'
    : `${of.median.toFixed(2)} (${of.low.toFixed(2)} to ${of.high.toFixed(2)})`;
}
