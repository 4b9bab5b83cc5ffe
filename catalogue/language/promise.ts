/** Promises. A promise of a promise is the inner one, so what a callback returns is handed on awaited too. */
import type { Propagator } from '../../engine/models/rows.ts';
import { HIDDEN, hands, type PassLine } from '../tables.ts';

const { rejected } = HIDDEN;
const settled = 'ReturnValue.Awaited';
const fulfilled = 'Argument[this].Awaited';

/** What `input` holds settles the promise that `callee` returns, whether it is a promise itself or not. */
const settling = (callee: string, input: string, output = settled): readonly PassLine[] => [
  [callee, input, output],
  [callee, `${input}.Awaited`, output],
];

/** What `input` is rejected with is handed on. */
const rejecting = (callee: string, input: string, output: string): PassLine => [
  callee,
  `${input}.${rejected}`,
  output,
];

const instanceLines: readonly PassLine[] = [
  ['Member[then]', fulfilled, 'Argument[0].Parameter[0]'],
  ...settling('Member[then]', 'Argument[0].ReturnValue'),
  ...settling('Member[then]', 'Argument[1].ReturnValue'),
  ['Member[catch,finally]', fulfilled, settled],
  ...settling('Member[catch]', 'Argument[0].ReturnValue'),
  rejecting('Member[then]', 'Argument[this]', 'Argument[1].Parameter[0]'),
  rejecting('Member[catch]', 'Argument[this]', 'Argument[0].Parameter[0]'),
  rejecting('Member[then,finally]', 'Argument[this]', `ReturnValue.${rejected}`),
  ...['Argument[0]', 'Argument[1]'].map((callback) =>
    rejecting('Member[then]', `${callback}.ReturnValue`, `ReturnValue.${rejected}`),
  ),
  rejecting('Member[catch,finally]', 'Argument[0].ReturnValue', `ReturnValue.${rejected}`),
  ...['Argument[0]', 'Argument[1]'].map((callback): PassLine => [
    'Member[then,catch,finally]',
    `${callback}.Thrown`,
    `ReturnValue.${rejected}`,
  ]),
];

const staticLines: readonly PassLine[] = [
  ...settling('Member[resolve]', 'Argument[0]'),
  ['Member[reject]', 'Argument[0]', `ReturnValue.${rejected}`],
  ...settling('Member[race,any]', 'Argument[0].ArrayElement'),
  ...settling('Member[try]', 'Argument[0].ReturnValue'),
  rejecting('Member[resolve]', 'Argument[0]', `ReturnValue.${rejected}`),
  rejecting('Member[all,race]', 'Argument[0].ArrayElement', `ReturnValue.${rejected}`),
  rejecting('Member[any]', 'Argument[0].ArrayElement', `ReturnValue.${rejected}.Member[errors].ArrayElement`),
  rejecting('Member[allSettled]', 'Argument[0].ArrayElement', `${settled}.ArrayElement.Member[reason]`),
  rejecting('Member[try]', 'Argument[0].ReturnValue', `ReturnValue.${rejected}`),
  ['Member[try]', 'Argument[0].Thrown', `ReturnValue.${rejected}`],
];

/** Elements keep their places, as in a tuple; an element whose place is not known is at each of them. */
const placedLines: readonly PassLine[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((index) => [
  ...settling('Member[all]', `Argument[0].Member[${index}]`, `${settled}.Member[${index}]`),
  ...settling(
    'Member[allSettled]',
    `Argument[0].Member[${index}]`,
    `${settled}.Member[${index}].Member[value]`,
  ),
]);

const forwardedLines: readonly PassLine[] = [0, 1, 2, 3].map((index) => [
  'Member[try]',
  `Argument[${index + 1}]`,
  `Argument[0].Parameter[${index}]`,
]);

export const promisePropagators: readonly Propagator[] = [
  ...hands('global', 'Member[Promise,PromiseLike].Instance.', instanceLines),
  ...hands('global', 'Member[Promise].', [...staticLines, ...placedLines, ...forwardedLines]),
];
