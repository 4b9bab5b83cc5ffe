/** Objects: copies, views, prototypes and reflection. Names of members are clean unless they were computed. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { measures, HIDDEN, hands, type PassLine, named, passed } from '../tables.ts';

const { members, names, prototype, spread, target, traps } = HIDDEN;

const objectLines: readonly PassLine[] = [
  ['Member[Object]', 'Argument[0]', 'ReturnValue'],
  ['Member[Object].Member[assign]', 'Argument[1..]', `Argument[0].${spread}`],
  ['Member[Object].Member[assign]', 'Argument[0]', 'ReturnValue'],
  ['Member[Object].Member[freeze,seal,preventExtensions]', 'Argument[0]', 'ReturnValue'],
  ['Member[Object].Member[keys,getOwnPropertyNames]', `Argument[0].${names}`, 'ReturnValue.ArrayElement'],
  ['Member[Object].Member[keys,getOwnPropertyNames]', 'Argument[0].MapKey', 'ReturnValue.ArrayElement'],
  ['Member[Object].Member[values]', 'Argument[0].AnyMember', 'ReturnValue.ArrayElement'],
  ['Member[Object].Member[values]', 'Argument[0].ArrayElement', 'ReturnValue.ArrayElement'],
  ['Member[Object].Member[entries]', `Argument[0].${names}`, 'ReturnValue.ArrayElement.Member[0]'],
  ['Member[Object].Member[entries]', 'Argument[0].MapKey', 'ReturnValue.ArrayElement.Member[0]'],
  ['Member[Object].Member[entries]', 'Argument[0].AnyMember', 'ReturnValue.ArrayElement.Member[1]'],
  ['Member[Object].Member[entries]', 'Argument[0].ArrayElement', 'ReturnValue.ArrayElement.Member[1]'],
  ['Member[Object].Member[entries]', 'Argument[0]', `ReturnValue.ArrayElement.${members}.${spread}`],
  ['Member[Object].Member[fromEntries]', 'Argument[0].ArrayElement.Member[0]', `ReturnValue.${names}`],
  ['Member[Object].Member[fromEntries]', 'Argument[0].ArrayElement.Member[1]', 'ReturnValue.AnyMember'],
  ['Member[Object].Member[fromEntries]', 'Argument[0].MapKey', `ReturnValue.${names}`],
  ['Member[Object].Member[fromEntries]', 'Argument[0].MapValue', 'ReturnValue.AnyMember'],
  ['Member[Object].Member[create]', 'Argument[0]', `ReturnValue.${prototype}`],
  ['Member[Object].Member[setPrototypeOf]', 'Argument[0]', 'ReturnValue'],
  ['Member[Object].Member[create]', 'Argument[1].AnyMember.Member[value]', 'ReturnValue.AnyMember'],
  ['Member[Object].Member[create]', 'Argument[1].AnyMember.Member[get].ReturnValue', 'ReturnValue.AnyMember'],
  ['Member[Object].Member[groupBy]', 'Argument[0].ArrayElement', 'Argument[1].Parameter[0]'],
  ['Member[Object].Member[groupBy]', 'Argument[0].ArrayElement', 'ReturnValue.AnyMember.ArrayElement'],
  ['Member[Object].Member[groupBy]', 'Argument[1].ReturnValue', `ReturnValue.${names}`],
  ['Member[Object].Member[defineProperties]', 'Argument[0]', 'ReturnValue'],
  ['Member[Object].Member[defineProperties]', 'Argument[1].AnyMember.Member[value]', 'Argument[0].AnyMember'],
  [
    'Member[Object].Member[defineProperties]',
    'Argument[1].AnyMember.Member[get].ReturnValue',
    'Argument[0].AnyMember',
  ],
  ...accessors('Member[Object].Member[defineProperties]', 'Argument[1].AnyMember', ''),
  ['Member[Object].Member[defineProperty]', 'Argument[0]', 'ReturnValue'],
  ['Member[Proxy]', 'Argument[0]', 'ReturnValue'],
  ['Member[Proxy]', 'Argument[1].Member[get].ReturnValue', 'ReturnValue.AnyMember'],
  ['Member[Proxy]', 'Argument[0]', 'Argument[1].Member[get].Parameter[0]'],
  ['Member[Proxy]', 'Argument[1].Member[ownKeys].ReturnValue.ArrayElement', `ReturnValue.${names}`],
  ['Member[Proxy]', 'Argument[0]', `ReturnValue.${target}`],
  ['Member[Proxy]', 'Argument[1]', `ReturnValue.${traps}`],
];

/** `Object` and `Reflect` share these. */
const sharedLines: readonly PassLine[] = [
  ['Member[Object,Reflect].Member[setPrototypeOf]', 'Argument[1]', `Argument[0].${prototype}`],
  ['Member[Object,Reflect].Member[defineProperty]', 'Argument[2].Member[value]', `Argument[0].${named(1)}`],
  [
    'Member[Object,Reflect].Member[defineProperty]',
    'Argument[2].Member[get].ReturnValue',
    `Argument[0].${named(1)}`,
  ],
  ...accessors('Member[Object,Reflect].Member[defineProperty]', 'Argument[2]', '{1}'),
  [
    'Member[Object,Reflect].Member[getOwnPropertyDescriptor]',
    `Argument[0].${named(1)}`,
    'ReturnValue.Member[value]',
  ],
  [
    'Member[Object].Member[getOwnPropertyDescriptors]',
    'Argument[0].AnyMember',
    'ReturnValue.AnyMember.Member[value]',
  ],
];

const reflectLines: readonly PassLine[] = [
  ['Member[Reflect].Member[get]', `Argument[0].${named(1)}`, 'ReturnValue'],
  ['Member[Reflect].Member[set]', 'Argument[2]', `Argument[0].${named(1)}`],
  ['Member[Reflect].Member[ownKeys]', `Argument[0].${names}`, 'ReturnValue.ArrayElement'],
  ['Member[Reflect].Member[apply,construct]', 'Argument[0].ReturnValue', 'ReturnValue'],
  ['Member[Reflect].Member[apply]', 'Argument[1]', 'Argument[0].Parameter[this]'],
  ...applied('Member[Reflect].Member[apply]', 'Argument[2]'),
  ...applied('Member[Reflect].Member[construct]', 'Argument[1]'),
];

export const objectPropagators: readonly Propagator[] = hands('global', '', [
  ...objectLines,
  ...sharedLines,
  ...reflectLines,
]);

/** Questions whose answer is yes or no, and prototypes. */
export const objectSanitizers: readonly Sanitizer[] = measures('global', '', [
  'Member[Object].Member[is,hasOwn,isExtensible,isFrozen,isSealed,getPrototypeOf].ReturnValue',
  'Member[Object].Instance.Member[hasOwnProperty,isPrototypeOf,propertyIsEnumerable].ReturnValue',
  'Member[Reflect].Member[has,deleteProperty,isExtensible,preventExtensions,getPrototypeOf,setPrototypeOf].ReturnValue',
  'Member[Array].Member[isArray].ReturnValue',
  'Member[ArrayBuffer].Member[isView].ReturnValue',
]);

/** The elements of a list of arguments become the parameters of the function given first. */
function applied(callee: string, list: string): readonly PassLine[] {
  return [0, 1, 2, 3, 4, 5].map((index) => [
    callee,
    `${list}.Member[${index}]`,
    `Argument[0].Parameter[${index}]`,
  ]);
}

/** What a description says is to answer reads and writes is kept on the object, under the member's name. */
function accessors(callee: string, about: string, name: string): readonly PassLine[] {
  return ['get', 'set'].map((kind) => [
    callee,
    `${about}.Member[${kind}]`,
    `Argument[0].${passed(kind, name)}`,
  ]);
}
