/** Timers and microtasks hand their further arguments to the callback; abort signals hand on their reason. */
import type { Propagator } from '../../engine/models/rows.ts';
import { hands, type PassLine } from '../tables.ts';

/** The arguments of `callee` from `first` on are the callback's parameters. */
const forwarded = (callee: string, first: number): readonly PassLine[] =>
  [0, 1, 2, 3].map((index) => [callee, `Argument[${first + index}]`, `Argument[0].Parameter[${index}]`]);

const timers = [...forwarded('Member[setTimeout,setInterval]', 2), ...forwarded('Member[setImmediate]', 1)];

export const timerPropagators: readonly Propagator[] = [
  ...hands('global', '', timers),
  ...hands('timers', '', timers),
  ...hands('global', 'Member[process].', forwarded('Member[nextTick]', 1)),
  ...hands('process', '', forwarded('Member[nextTick]', 1)),
  ...hands('timers/promises', '', [
    ['Member[setTimeout]', 'Argument[1]', 'ReturnValue.Awaited'],
    ['Member[setImmediate]', 'Argument[0]', 'ReturnValue.Awaited'],
    ['Member[setInterval]', 'Argument[1]', 'ReturnValue.ArrayElement'],
  ]),
  ...hands('global', '', [
    [
      'Member[AbortController].Instance.Member[abort]',
      'Argument[0]',
      'Argument[this].Member[signal].Member[reason]',
    ],
    ['Member[AbortSignal].Member[abort]', 'Argument[0]', 'ReturnValue.Member[reason]'],
    ['Member[AbortSignal].Instance.Member[throwIfAborted]', 'Argument[this].Member[reason]', 'Thrown'],
  ]),
];
