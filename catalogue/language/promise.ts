/** Promises. A promise of a promise is the inner one, so what a callback returns is handed on awaited too. */
import type { Propagator } from '../../engine/models/rows.ts';
import { hands, type PassLine } from '../tables.ts';

const settled = 'ReturnValue.Awaited';
const fulfilled = 'Argument[this].Awaited';

/** What `input` holds settles the promise that `callee` returns, whether it is a promise itself or not. */
const settling = (callee: string, input: string, output: string): readonly PassLine[] => [
  [callee, input, output],
  [callee, `${input}.Awaited`, output],
];

const instanceLines: readonly PassLine[] = [
  ['Member[then]', fulfilled, 'Argument[0].Parameter[0]'],
  ...settling('Member[then]', 'Argument[0].ReturnValue', settled),
  ...settling('Member[then]', 'Argument[1].ReturnValue', settled),
  ['Member[catch,finally]', fulfilled, settled],
  ...settling('Member[catch]', 'Argument[0].ReturnValue', settled),
];

const staticLines: readonly PassLine[] = [
  ...settling('Member[resolve]', 'Argument[0]', settled),
  ...settling('Member[all]', 'Argument[0].ArrayElement', `${settled}.ArrayElement`),
  ...settling('Member[race,any]', 'Argument[0].ArrayElement', settled),
  ...settling('Member[allSettled]', 'Argument[0].ArrayElement', `${settled}.ArrayElement.Member[value]`),
  ...settling('Member[try]', 'Argument[0].ReturnValue', settled),
  ...[0, 1, 2, 3].map((index): PassLine => [
    'Member[try]',
    `Argument[${index + 1}]`,
    `Argument[0].Parameter[${index}]`,
  ]),
  // The elements of a tuple keep their places.
  ...[0, 1, 2, 3, 4, 5, 6, 7].flatMap((index) =>
    settling('Member[all]', `Argument[0].Member[${index}]`, `${settled}.Member[${index}]`),
  ),
];

export const promisePropagators: readonly Propagator[] = [
  ...hands('global', 'Member[Promise,PromiseLike].Instance.', instanceLines),
  ...hands('global', 'Member[Promise].', staticLines),
];
