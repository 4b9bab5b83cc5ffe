/** Errors: their message, stack and cause say what they were made with. */
import type { Propagator } from '../../engine/models/rows.ts';
import { hands, taints } from '../tables.ts';

const errors = 'Member[Error,TypeError,RangeError,SyntaxError,ReferenceError,EvalError,URIError]';

export const errorPropagators: readonly Propagator[] = [
  ...taints('global', '', [
    [errors, 'Argument[0]', 'ReturnValue.Member[message]'],
    [errors, 'Argument[0]', 'ReturnValue.Member[stack]'],
    ['Member[AggregateError]', 'Argument[1]', 'ReturnValue.Member[message]'],
    ['Member[AggregateError]', 'Argument[1]', 'ReturnValue.Member[stack]'],
    ['Member[SuppressedError]', 'Argument[2]', 'ReturnValue.Member[message]'],
    ['Member[DOMException]', 'Argument[0]', 'ReturnValue.Member[message]'],
    ['Member[DOMException]', 'Argument[0]', 'ReturnValue.Member[stack]'],
    ['Member[Error].Instance.Member[toString]', 'Argument[this]', 'ReturnValue'],
  ]),
  ...hands('global', '', [
    [errors, 'Argument[1].Member[cause]', 'ReturnValue.Member[cause]'],
    ['Member[AggregateError]', 'Argument[0].ArrayElement', 'ReturnValue.Member[errors].ArrayElement'],
    ['Member[AggregateError]', 'Argument[2].Member[cause]', 'ReturnValue.Member[cause]'],
    ['Member[SuppressedError]', 'Argument[0]', 'ReturnValue.Member[error]'],
    ['Member[SuppressedError]', 'Argument[1]', 'ReturnValue.Member[suppressed]'],
  ]),
];
