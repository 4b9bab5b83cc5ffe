/** Strings and patterns: pieces, cases and matches of a text are that text; its length and positions are not. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { CONVERSIONS, through, measures, hands, taints, type PassLine, quoting } from '../tables.ts';

const instance = 'Member[String].Instance.';

const pieces =
  'at,charAt,charCodeAt,codePointAt,slice,substr,substring,trim,trimStart,trimEnd,trimLeft,trimRight';
const forms =
  'concat,normalize,padEnd,padStart,repeat,replace,replaceAll,toString,valueOf,toWellFormed,' +
  'toLowerCase,toUpperCase,toLocaleLowerCase,toLocaleUpperCase';
const htmlForms = 'anchor,big,blink,bold,fixed,fontcolor,fontsize,italics,link,small,strike,sub,sup';

/** What a match holds, at `result`, of the text at `input`. */
const matched = (callee: string, input: string, result: string): readonly PassLine[] => [
  [callee, input, `${result}.ArrayElement`],
  [callee, input, `${result}.Member[input]`],
  [callee, input, `${result}.Member[groups]`],
];

const instancePropagators = taints('global', instance, [
  [`Member[${pieces},${forms},${htmlForms}]`, 'Argument[this]', 'ReturnValue'],
  ['Member[concat]', 'Argument[0..]', 'ReturnValue'],
  ['Member[padEnd,padStart]', 'Argument[1]', 'ReturnValue'],
  ['Member[anchor,fontcolor,fontsize,link]', 'Argument[0]', 'ReturnValue'],
  ['Member[split]', 'Argument[this]', 'ReturnValue.ArrayElement'],
  ['Member[replace,replaceAll]', 'Argument[1]', 'ReturnValue'],
  ['Member[replace,replaceAll]', 'Argument[1].ReturnValue', 'ReturnValue'],
  // The match, its groups, the position and the whole text.
  ['Member[replace,replaceAll]', 'Argument[this]', 'Argument[1].Parameter[0..]'],
  ...matched('Member[match]', 'Argument[this]', 'ReturnValue'),
  ...matched('Member[matchAll]', 'Argument[this]', 'ReturnValue.ArrayElement'),
]);

/** What the last match was is kept for a while, in the oldest way. */
const last = 'Near[match].Member[text]';
const searches = 'match,matchAll,replace,replaceAll,search,split';
const lastMatch = "$1,$2,$3,$4,$5,$6,$7,$8,$9,$_,$&,$+,$`,$'";

const legacyPropagators = taints('global', '', [
  ['Member[RegExp].Instance.Member[exec,test]', 'Argument[0]', last],
  [`${instance}Member[${searches}]`, 'Argument[this]', last],
  [
    `Member[RegExp].Member[${lastMatch},input,lastMatch,lastParen,leftContext,rightContext].Getter`,
    last,
    'ReturnValue',
  ],
]);

export const stringPropagators: readonly Propagator[] = [
  ...instancePropagators,
  ...legacyPropagators,
  ...through(CONVERSIONS.text, taints('global', '', [['Member[String]', 'Argument[0]', 'ReturnValue']])),
  ...taints('global', '', [
    ['Member[String].Member[raw,fromCharCode,fromCodePoint]', 'Argument[0..]', 'ReturnValue'],
    ['Member[RegExp]', 'Argument[0,1]', 'ReturnValue'],
    ...quoting('Member[RegExp]', 'Argument[0,1]'),
    ['Member[RegExp].Member[escape]', 'Argument[0]', 'ReturnValue'],
    ...matched('Member[RegExp].Instance.Member[exec]', 'Argument[0]', 'ReturnValue'),
    ['Member[RegExp].Instance.Member[toString]', 'Argument[this]', 'ReturnValue'],
    ['Member[Symbol]', 'Argument[0]', 'ReturnValue'],
    ['Member[Symbol].Member[for,keyFor]', 'Argument[0]', 'ReturnValue'],
    ['Member[Symbol].Instance.Member[toString]', 'Argument[this]', 'ReturnValue'],
  ]),
  ...hands('global', '', [['Member[Symbol].Instance.Member[valueOf]', 'Argument[this]', 'ReturnValue']]),
];

export const stringSanitizers: readonly Sanitizer[] = [
  // A constant in the place of every character leaves only their number.
  {
    type: 'global',
    path: `${instance}Member[replace,replaceAll]`,
    input: 'Argument[this]',
    output: 'ReturnValue',
    when: 'replaces-all',
  },
  ...measures('global', instance, [
    'Member[length]',
    'Member[indexOf,lastIndexOf,search,localeCompare,includes,startsWith,endsWith,isWellFormed].ReturnValue',
    'Member[match].ReturnValue.Member[index,length]',
    'Member[matchAll].ReturnValue.ArrayElement.Member[index,length]',
  ]),
  ...measures('global', 'Member[RegExp].Instance.', [
    'Member[test].ReturnValue',
    'Member[exec].ReturnValue.Member[index,length]',
    'Member[lastIndex]',
  ]),
];
