/** Texts made of whole values and values made of whole texts. */
import type { Propagator } from '../../engine/models/rows.ts';
import { CONVERSIONS, hands, taints, through, quoting, HIDDEN } from '../tables.ts';

export const jsonPropagators: readonly Propagator[] = [
  ...through(
    CONVERSIONS.json,
    // A list of names chooses the members, at any depth.
    taints('global', 'Member[JSON].', [['Member[stringify]', 'Argument[0].Named[1]', 'ReturnValue']]),
  ),
  ...taints('global', 'Member[JSON].', [
    ['Member[stringify]', 'Argument[0]', 'Argument[1].Parameter[1]'],
    ['Member[stringify]', 'Argument[1].ReturnValue', 'ReturnValue'],
    // A syntax error quotes the text around it.
    ...quoting('Member[parse]', 'Argument[0]'),
    ['Member[parse]', 'Argument[0]', 'ReturnValue'],
    ['Member[parse]', 'Argument[0]', 'Argument[1].Parameter[1]'],
    ['Member[parse]', 'Argument[0]', 'Argument[1].Parameter[this]'],
    ['Member[parse]', 'Argument[1].ReturnValue', 'ReturnValue'],
  ]),
  // Objects at any depth hold what the function is given.
  ...hands('global', 'Member[JSON].', [
    ['Member[stringify]', 'Argument[0]', 'Argument[1].Parameter[this]'],
    ['Member[stringify]', 'Argument[0].AnyMember', 'Argument[1].Parameter[this]'],
    ['Member[stringify]', 'Argument[0]', `Argument[1].Parameter[1].${HIDDEN.members}`],
  ]),
  ...hands('global', '', [['Member[structuredClone]', 'Argument[0]', `ReturnValue.${HIDDEN.spread}`]]),
];
