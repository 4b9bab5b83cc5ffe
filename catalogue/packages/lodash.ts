/** lodash: collections, objects and texts. Callbacks are given elements, and their results go on. */
import type { Models } from '../../engine/models/rows.ts';
import { hands, measures, seals, taints, type PassLine } from '../tables.ts';

/** Of an object that is gone through like a list, only these are given members one by one. */
const ofMembers = 'mapValues,mapKeys,pickBy,omitBy';
const elements = ['Argument[0].ArrayElement'] as const;
const givesElements =
  'map,flatMap,flatMapDeep,filter,reject,find,findLast,forEach,forEachRight,each,some,every,partition,groupBy,' +
  'keyBy,countBy,sortBy,orderBy,uniqBy,minBy,maxBy,sumBy,meanBy,takeWhile,dropWhile,remove';
const sameElements =
  'filter,reject,sortBy,orderBy,uniqBy,uniq,takeWhile,dropWhile,compact,reverse,shuffle,slice,tail,initial,take,drop,takeRight,dropRight,remove,without,difference,sampleSize';
const oneElement = 'find,findLast,head,first,last,nth,sample,minBy,maxBy,min,max';
/** Everything that goes in comes out, in another arrangement. */
const rearranged =
  'partition,groupBy,keyBy,chunk,flatten,flattenDeep,flattenDepth,zip,zipObject,unzip,union,intersection,xor,concat,toPairs,fromPairs,invert,' +
  'values,toArray,at,pickBy,omitBy,get,result,toPlainObject,castArray,join';
const texts =
  'truncate,trim,trimStart,trimEnd,escape,unescape,capitalize,camelCase,kebabCase,snakeCase,startCase,upperCase,lowerCase,upperFirst,' +
  'lowerFirst,pad,padStart,padEnd,repeat,toLower,toUpper,replace,words,split,deburr,toString,toPath';

/** The members that so many arguments name: each a name, or a list of them. */
const picked = (places: readonly number[]): readonly PassLine[] =>
  places.map((at) => [
    `Member[pick].WithArity[${places.length + 1}]`,
    `Argument[0].Member[{${at}}]`,
    `ReturnValue.Member[{${at}}]`,
  ]);

const lines: readonly PassLine[] = [
  ...elements.map((input): PassLine => [`Member[${givesElements}]`, input, 'Argument[1].Parameter[0]']),
  ...elements.map((input): PassLine => [`Member[${sameElements}]`, input, 'ReturnValue.ArrayElement']),
  ...elements.map((input): PassLine => [`Member[${oneElement}]`, input, 'ReturnValue']),
  ['Member[map,flatMap,flatMapDeep]', 'Argument[1].ReturnValue', 'ReturnValue.ArrayElement'],
  ['Member[flatMap,flatMapDeep]', 'Argument[1].ReturnValue.ArrayElement', 'ReturnValue.ArrayElement'],
  ['Member[mapValues,mapKeys]', 'Argument[1].ReturnValue', 'ReturnValue.AnyMember'],
  [`Member[${ofMembers}]`, 'Argument[0].AnyMember', 'Argument[1].Parameter[0]'],
  ['Member[mapKeys]', 'Argument[0].AnyMember', 'ReturnValue.AnyMember'],
  ...[[1], [1, 2], [1, 2, 3]].flatMap(picked),
  ...elements.map((input): PassLine => ['Member[reduce,reduceRight]', input, 'Argument[1].Parameter[1]']),
  ['Member[reduce,reduceRight]', 'Argument[2]', 'Argument[1].Parameter[0]'],
  ['Member[reduce,reduceRight]', 'Argument[1].ReturnValue', 'Argument[1].Parameter[0]'],
  ['Member[reduce,reduceRight]', 'Argument[1].ReturnValue', 'ReturnValue'],
  ['Member[reduce,reduceRight]', 'Argument[2]', 'ReturnValue'],
  ['Member[clone,cloneDeep,tap,identity,forEach,each,defaultTo]', 'Argument[0]', 'ReturnValue'],
  ['Member[get,result,defaultTo]', 'Argument[N-1]', 'ReturnValue'],
  ['Member[thru]', 'Argument[0]', 'Argument[1].Parameter[0]'],
  ['Member[thru]', 'Argument[1].ReturnValue', 'ReturnValue'],
  ['Member[tap]', 'Argument[0]', 'Argument[1].Parameter[0]'],
  [
    'Member[memoize,debounce,throttle,once,partial,curry,ary,unary,negate,flip]',
    'Argument[0]',
    'ReturnValue',
  ],
];

const contents: readonly PassLine[] = [
  ['Member[omit]', 'Argument[0].Unnamed[1]', 'ReturnValue'],
  ['Member[pick].WithArity[5..]', 'Argument[0]', 'ReturnValue'],
  [`Member[${rearranged},${texts}]`, 'Argument[0..]', 'ReturnValue'],
  ['Member[merge,mergeWith,assign,assignIn,extend,defaults,defaultsDeep]', 'Argument[0..]', 'ReturnValue'],
  ['Member[merge,mergeWith,assign,assignIn,extend,defaults,defaultsDeep]', 'Argument[1..]', 'Argument[0]'],
  ['Member[set,setWith,update]', 'Argument[2]', 'Argument[0]'],
  ['Member[set,setWith,update]', 'Argument[0,2]', 'ReturnValue'],
  ['Member[template]', 'Argument[0]', 'ReturnValue'],
];

/** How much there is, and where: answers that hold nothing of what was asked about. */
const answers =
  'size,indexOf,lastIndexOf,findIndex,findLastIndex,sortedIndex,sortedIndexBy,sortedLastIndex,sortedLastIndexBy';

/** Yes or no: nothing of what was asked about goes into what it is compared with. */
const comparisons =
  'isEqual,isEqualWith,isMatch,isMatchWith,eq,gt,gte,lt,lte,isEmpty,isNil,isNull,isUndefined,isString,isNumber,isBoolean,isArray,isObject,' +
  'isPlainObject,isFunction,isDate,isError,has,hasIn,includes,startsWith,endsWith,inRange';

export const lodashRows: Partial<Models> = {
  propagators: [...hands('lodash', '', lines), ...taints('lodash', '', contents)],
  sanitizers: [
    ...seals('lodash', '', [[`Member[${answers}]`, 'Argument[0..]', 'ReturnValue']]),
    ...measures('lodash', '', [`Member[${comparisons}].ReturnValue`]),
  ],
};
