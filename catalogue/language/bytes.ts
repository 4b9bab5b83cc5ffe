/** Buffers, their views and typed arrays: content of the whole. A view shares the memory that it is made over. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { measures, wipes, hands, taints } from '../tables.ts';

const typedArrays =
  'Int8Array,Uint8Array,Uint8ClampedArray,Int16Array,Uint16Array,Int32Array,Uint32Array,' +
  'Float16Array,Float32Array,Float64Array,BigInt64Array,BigUint64Array';
const instance = `Member[${typedArrays}].Instance.`;
const memory = 'Member[ArrayBuffer,SharedArrayBuffer].Instance.';
const view = 'Member[DataView].Instance.';

const visitors = 'forEach,map,filter,some,every,find,findIndex,findLast,findLastIndex';
const numberNames = 'Int8,Uint8,Int16,Uint16,Int32,Uint32,Float16,Float32,Float64,BigInt64,BigUint64'.split(
  ',',
);
const under = (verb: string): string => numberNames.map((name) => verb + name).join();

const typedArrayPropagators = [
  ...hands('global', '', [
    [`Member[${typedArrays},DataView]`, 'Argument[0]', 'ReturnValue'],
    // The memory of a view is the view, seen otherwise.
    [`${instance}Member[buffer].Getter`, 'Argument[this]', 'ReturnValue'],
    [`${view}Member[buffer].Getter`, 'Argument[this]', 'ReturnValue'],
    [`${instance}Member[subarray,fill,reverse,sort,copyWithin,valueOf]`, 'Argument[this]', 'ReturnValue'],
  ]),
  ...taints('global', `Member[${typedArrays}].`, [
    ['Member[from].WithArity[1]', 'Argument[0]', 'ReturnValue'],
    ['Member[from]', 'Argument[0]', 'Argument[1].Parameter[0]'],
    ['Member[from]', 'Argument[1].ReturnValue', 'ReturnValue'],
    ['Member[of]', 'Argument[0..]', 'ReturnValue'],
    ['Member[fromBase64,fromHex]', 'Argument[0]', 'ReturnValue'],
  ]),
  ...taints('global', instance, [
    ['Member[set,fill,setFromBase64,setFromHex]', 'Argument[0]', 'Argument[this]'],
    [
      'Member[at,slice,filter,toSorted,toReversed,with,values,find,findLast]',
      'Argument[this]',
      'ReturnValue',
    ],
    ['Member[join,toString,toLocaleString,toBase64,toHex]', 'Argument[this]', 'ReturnValue'],
    ['Member[entries]', 'Argument[this]', 'ReturnValue.ArrayElement.Member[1]'],
    ['Member[with]', 'Argument[1]', 'ReturnValue'],
    ['Member[join]', 'Argument[0]', 'ReturnValue'],
    [`Member[${visitors}]`, 'Argument[this]', 'Argument[0].Parameter[0]'],
    [`Member[${visitors}]`, 'Argument[this]', 'Argument[0].Parameter[2]'],
    ['Member[map]', 'Argument[0].ReturnValue', 'ReturnValue'],
    ['Member[reduce,reduceRight]', 'Argument[1]', 'Argument[0].Parameter[0]'],
    ['Member[reduce,reduceRight]', 'Argument[this]', 'Argument[0].Parameter[1]'],
    ['Member[reduce,reduceRight]', 'Argument[0].ReturnValue', 'Argument[0].Parameter[0]'],
    ['Member[reduce,reduceRight]', 'Argument[0].ReturnValue', 'ReturnValue'],
    ['Member[reduce,reduceRight]', 'Argument[1]', 'ReturnValue'],
  ]),
];

const memoryPropagators = [
  ...taints('global', '', [
    [`${memory}Member[slice]`, 'Argument[this]', 'ReturnValue'],
    [`${view}Member[${under('get')}]`, 'Argument[this]', 'ReturnValue'],
    [`${view}Member[${under('set')}]`, 'Argument[1]', 'Argument[this]'],
    ['Member[Atomics].Member[store,exchange,add,sub,and,or,xor]', 'Argument[2]', 'Argument[0]'],
    [
      'Member[Atomics].Member[load,exchange,add,sub,and,or,xor,compareExchange]',
      'Argument[0]',
      'ReturnValue',
    ],
  ]),
  ...hands('global', memory, [['Member[transfer,transferToFixedLength]', 'Argument[this]', 'ReturnValue']]),
];

export const bytesPropagators: readonly Propagator[] = [...typedArrayPropagators, ...memoryPropagators];

export const bytesSanitizers: readonly Sanitizer[] = [
  // Bytes that are overwritten from end to end are gone, for every alias of them.
  ...wipes('global', instance, 'Argument[this]', ['Member[fill].WithArity[1]']),
  ...measures('global', instance, [
    'Member[length,byteLength,byteOffset,BYTES_PER_ELEMENT]',
    'Member[indexOf,lastIndexOf,findIndex,findLastIndex,includes,some,every,keys].ReturnValue',
    'Member[setFromBase64,setFromHex].ReturnValue',
  ]),
  ...measures('global', memory, ['Member[byteLength,maxByteLength]']),
  ...measures('global', view, ['Member[byteLength,byteOffset]']),
];
