/** The performance timeline: entries keep the names and details that they were marked with. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { clean, hands, passed, taints, type PassLine } from '../tables.ts';

const entries = `Shared[perf_hooks].${passed('entries')}`;
const lists = 'getEntries,getEntriesByName,getEntriesByType';

const timelineLines: readonly PassLine[] = [
  ['Member[mark,measure]', 'Argument[0]', 'ReturnValue.Member[name]'],
  ['Member[mark,measure]', 'Argument[1].Member[detail]', 'ReturnValue.Member[detail]'],
  ['Member[mark,measure]', 'Argument[0]', entries],
  ['Member[mark,measure]', 'Argument[1].Member[detail]', entries],
  [`Member[${lists}]`, entries, 'ReturnValue.ArrayElement'],
];

const homes = [
  ['global', 'Member[performance].'],
  ['global', 'Member[Performance].Instance.'],
  ['perf_hooks', 'Member[performance].'],
] as const;

export const performancePropagators: readonly Propagator[] = [
  ...homes.flatMap(([type, prefix]) => [
    ...taints(type, prefix, timelineLines),
    ...hands(type, prefix, [['Member[timerify]', 'Argument[0]', 'ReturnValue']]),
  ]),
  ...hands('perf_hooks', '', [['Member[timerify]', 'Argument[0]', 'ReturnValue']]),
  ...taints('perf_hooks.PerformanceObserverEntryList', '', [
    [`Member[${lists}]`, entries, 'ReturnValue.ArrayElement'],
  ]),
];

export const performanceSanitizers: readonly Sanitizer[] = homes.flatMap(([type, prefix]) =>
  clean(type, prefix, ['Member[now,eventLoopUtilization].ReturnValue']),
);
