/** Arrays: what they are made from, what mutates them, what reads them, and what their callbacks see. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { CONVERSIONS, measures, through, wipes, hands, taints, HIDDEN } from '../tables.ts';

const instance = 'Member[Array,ReadonlyArray].Instance.';
const each = 'Argument[this].ArrayElement';
const intoResult = 'ReturnValue.ArrayElement';
const intoThis = 'Argument[this].ArrayElement';

const visitors = 'forEach,map,filter,flatMap,some,every,find,findIndex,findLast,findLastIndex';

const mutators = hands('global', instance, [
  ['Member[push]', 'Argument[0..]', `Argument[this].${HIDDEN.tail}`],
  ['Member[unshift]', 'Argument[0..]', intoThis],
  // Who moves items about leaves none of them where it was.
  ['Member[pop,shift,unshift,splice,fill,sort,reverse,copyWithin]', each, intoThis],
  ['Member[splice]', 'Argument[2..]', intoThis],
  ['Member[fill]', 'Argument[0]', intoThis],
  ['Member[fill,sort,reverse,copyWithin]', 'Argument[this]', 'ReturnValue'],
]);

const readers = hands('global', instance, [
  ['Member[pop,shift,at,find,findLast]', each, 'ReturnValue'],
  ['Member[slice,filter,splice,concat,flat,toSorted,toReversed,toSpliced,with,values]', each, intoResult],
  ['Member[entries]', each, 'ReturnValue.ArrayElement.Member[1]'],
  ['Member[concat]', 'Argument[0..].ArrayElement', intoResult],
  ['Member[concat]', 'Argument[0..]', intoResult],
  ['Member[toSpliced]', 'Argument[2..]', intoResult],
  ['Member[with]', 'Argument[1]', intoResult],
  // Deeper levels than three are folded onto each other anyway.
  ['Member[flat]', `${each}.ArrayElement`, intoResult],
  ['Member[flat]', `${each}.ArrayElement.ArrayElement`, intoResult],
]);

const callbacks = hands('global', instance, [
  [`Member[${visitors}]`, each, 'Argument[0].Parameter[0]'],
  [`Member[${visitors}]`, 'Argument[this]', 'Argument[0].Parameter[2]'],
  ['Member[map]', 'Argument[0].ReturnValue', intoResult],
  ['Member[flatMap]', 'Argument[0].ReturnValue', intoResult],
  ['Member[flatMap]', 'Argument[0].ReturnValue.ArrayElement', intoResult],
  ['Member[sort,toSorted]', each, 'Argument[0].Parameter[0]'],
  ['Member[sort,toSorted]', each, 'Argument[0].Parameter[1]'],
  ['Member[reduce,reduceRight]', 'Argument[1]', 'Argument[0].Parameter[0]'],
  ['Member[reduce,reduceRight]', each, 'Argument[0].Parameter[1]'],
  ['Member[reduce,reduceRight]', 'Argument[this]', 'Argument[0].Parameter[3]'],
  ['Member[reduce,reduceRight]', 'Argument[0].ReturnValue', 'Argument[0].Parameter[0]'],
  ['Member[reduce,reduceRight]', 'Argument[0].ReturnValue', 'ReturnValue'],
  ['Member[reduce,reduceRight]', 'Argument[1]', 'ReturnValue'],
  // Without a start value the first element is one.
  ['Member[reduce,reduceRight].WithArity[1]', each, 'Argument[0].Parameter[0]'],
  ['Member[reduce,reduceRight].WithArity[1]', each, 'ReturnValue'],
]);

const makers = hands('global', 'Member[Array].', [
  ['Member[of]', 'Argument[0..]', intoResult],
  ['Member[from].WithArity[1]', 'Argument[0].ArrayElement', intoResult],
  ['Member[from].WithArity[1]', 'Argument[0].MapKey', 'ReturnValue.ArrayElement.Member[0]'],
  ['Member[from].WithArity[1]', 'Argument[0].MapValue', 'ReturnValue.ArrayElement.Member[1]'],
  ['Member[from]', 'Argument[0].ArrayElement', 'Argument[1].Parameter[0]'],
  ['Member[from]', 'Argument[0].MapKey', 'Argument[1].Parameter[0].Member[0]'],
  ['Member[from]', 'Argument[0].MapValue', 'Argument[1].Parameter[0].Member[1]'],
  ['Member[from]', 'Argument[1].ReturnValue', intoResult],
  ['Member[fromAsync].WithArity[1]', 'Argument[0].ArrayElement', 'ReturnValue.Awaited.ArrayElement'],
  ['Member[fromAsync].WithArity[1]', 'Argument[0].ArrayElement.Awaited', 'ReturnValue.Awaited.ArrayElement'],
  ['Member[fromAsync]', 'Argument[0].ArrayElement', 'Argument[1].Parameter[0]'],
  ['Member[fromAsync]', 'Argument[0].ArrayElement.Awaited', 'Argument[1].Parameter[0]'],
  ['Member[fromAsync]', 'Argument[1].ReturnValue', 'ReturnValue.Awaited.ArrayElement'],
  ['Member[fromAsync]', 'Argument[1].ReturnValue.Awaited', 'ReturnValue.Awaited.ArrayElement'],
]);

export const arrayPropagators: readonly Propagator[] = [
  ...mutators,
  ...readers,
  ...callbacks,
  ...makers,
  ...hands('global', '', [['Member[Array]', 'Argument[0..]', intoResult]]),
  ...through(
    CONVERSIONS.text,
    taints('global', instance, [['Member[join,toString,toLocaleString]', 'Argument[this]', 'ReturnValue']]),
  ),
  ...taints('global', instance, [['Member[join]', 'Argument[0]', 'ReturnValue']]),
];

export const arraySanitizers: readonly Sanitizer[] = [
  ...wipes('global', instance, 'Argument[this]', ['Member[fill].WithArity[1]']),
  ...measures('global', instance, [
    'Member[length]',
    'Member[push,unshift,indexOf,lastIndexOf,findIndex,findLastIndex,includes,some,every,keys].ReturnValue',
  ]),
];
