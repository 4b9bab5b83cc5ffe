/** Numbers, dates and their texts: a number read from a text is content, however short. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { measures, taints, quoting } from '../tables.ts';

const mathFunctions =
  'abs,acos,acosh,asin,asinh,atan,atan2,atanh,cbrt,ceil,clz32,cos,cosh,exp,expm1,f16round,floor,fround,hypot,imul,' +
  'log,log10,log1p,log2,max,min,pow,round,sign,sin,sinh,sqrt,tan,tanh,trunc';

const numberTexts = 'toString,toFixed,toExponential,toPrecision,toLocaleString,valueOf';

const dateReaders =
  'getDate,getDay,getFullYear,getHours,getMilliseconds,getMinutes,getMonth,getSeconds,getTime,getUTCDate,getUTCDay,' +
  'getUTCFullYear,getUTCHours,getUTCMilliseconds,getUTCMinutes,getUTCMonth,getUTCSeconds,toDateString,' +
  'toISOString,toJSON,toLocaleDateString,toLocaleString,toLocaleTimeString,toString,toTimeString,toUTCString,valueOf';

const dateWriters =
  'setDate,setFullYear,setHours,setMilliseconds,setMinutes,setMonth,setSeconds,setTime,setUTCDate,setUTCFullYear,' +
  'setUTCHours,setUTCMilliseconds,setUTCMinutes,setUTCMonth,setUTCSeconds';

const formatters =
  'Member[Intl].Member[DateTimeFormat,NumberFormat,ListFormat,RelativeTimeFormat,DurationFormat,DisplayNames,Segmenter].Instance.';

export const numberPropagators: readonly Propagator[] = taints('global', '', [
  ['Member[Number,BigInt,parseInt,parseFloat]', 'Argument[0]', 'ReturnValue'],
  ...quoting('Member[BigInt]', 'Argument[0]'),
  [
    'Member[Number,BigInt,parseInt,parseFloat,Date]',
    'Argument[0].Member[valueOf].ReturnValue',
    'ReturnValue',
  ],
  ['Member[Number].Member[parseInt,parseFloat]', 'Argument[0]', 'ReturnValue'],
  ['Member[BigInt].Member[asIntN,asUintN]', 'Argument[1]', 'ReturnValue'],
  [`Member[Number,BigInt].Instance.Member[${numberTexts}]`, 'Argument[this]', 'ReturnValue'],
  [`Member[Math].Member[${mathFunctions}]`, 'Argument[0..]', 'ReturnValue'],
  ['Member[Date]', 'Argument[0..]', 'ReturnValue'],
  ['Member[Date].Member[parse,UTC]', 'Argument[0..]', 'ReturnValue'],
  [`Member[Date].Instance.Member[${dateReaders}]`, 'Argument[this]', 'ReturnValue'],
  [`Member[Date].Instance.Member[${dateWriters}]`, 'Argument[0..]', 'Argument[this]'],
  [`Member[Date].Instance.Member[${dateWriters}]`, 'Argument[0..]', 'ReturnValue'],
  [`${formatters}Member[format,formatToParts,segment,of]`, 'Argument[0..]', 'ReturnValue'],
  [`${formatters}Member[formatRange,formatRangeToParts]`, 'Argument[0,1]', 'ReturnValue'],
]);

export const numberSanitizers: readonly Sanitizer[] = [
  ...measures('global', '', [
    'Member[Boolean].ReturnValue',
    'Member[isNaN,isFinite].ReturnValue',
    'Member[Number].Member[isNaN,isFinite,isInteger,isSafeInteger].ReturnValue',
    'Member[Math].Member[random].ReturnValue',
    'Member[Date].Member[now].ReturnValue',
    'Member[Date].Instance.Member[getTimezoneOffset].ReturnValue',
    'Member[Intl].Member[Collator].Instance.Member[compare].ReturnValue',
    'Member[Intl].Member[PluralRules].Instance.Member[select].ReturnValue',
  ]),
];
