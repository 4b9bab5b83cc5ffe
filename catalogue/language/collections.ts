/** Maps, sets, weak references and iterators. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { type PassLine, measures, wipes, hands, passed, underKey } from '../tables.ts';

const element = 'ReturnValue.ArrayElement';
const each = 'Argument[this].ArrayElement';
const key = 'Argument[this].MapKey';
const value = 'Argument[this].MapValue';
const valueAt = `Argument[this].${underKey(0)}`;

const mapPropagators = [
  ...hands('global', 'Member[Map,WeakMap]', [
    ['', 'Argument[0].ArrayElement.Member[0]', 'ReturnValue.MapKey'],
    ['', 'Argument[0].ArrayElement.Member[1]', 'ReturnValue.MapValue'],
    ['', 'Argument[0].MapKey', 'ReturnValue.MapKey'],
    ['', 'Argument[0].MapValue', 'ReturnValue.MapValue'],
    ['.Member[groupBy]', 'Argument[0].ArrayElement', 'Argument[1].Parameter[0]'],
    ['.Member[groupBy]', 'Argument[0].ArrayElement', 'ReturnValue.MapValue.ArrayElement'],
    ['.Member[groupBy]', 'Argument[1].ReturnValue', 'ReturnValue.MapKey'],
  ]),
  ...hands('global', 'Member[Map,ReadonlyMap,WeakMap].Instance.', [
    ['Member[get,getOrInsert,getOrInsertComputed]', valueAt, 'ReturnValue'],
    ['Member[set,getOrInsert,getOrInsertComputed]', 'Argument[0]', key],
    ['Member[set,getOrInsert]', 'Argument[1]', valueAt],
    ['Member[getOrInsert]', 'Argument[1]', 'ReturnValue'],
    ['Member[getOrInsertComputed]', 'Argument[0]', 'Argument[1].Parameter[0]'],
    ['Member[getOrInsertComputed]', 'Argument[1].ReturnValue', valueAt],
    ['Member[getOrInsertComputed]', 'Argument[1].ReturnValue', 'ReturnValue'],
    ['Member[set]', 'Argument[this]', 'ReturnValue'],
    ['Member[forEach]', value, 'Argument[0].Parameter[0]'],
    ['Member[forEach]', key, 'Argument[0].Parameter[1]'],
    ['Member[forEach]', 'Argument[this]', 'Argument[0].Parameter[2]'],
    ['Member[keys]', key, element],
    ['Member[values]', value, element],
    ['Member[entries]', key, `${element}.Member[0]`],
    ['Member[entries]', value, `${element}.Member[1]`],
  ]),
];

const setOperations = 'values,keys,union,intersection,difference,symmetricDifference';

const setPropagators = [
  ...hands('global', '', [['Member[Set,WeakSet]', 'Argument[0].ArrayElement', element]]),
  ...hands('global', 'Member[Set,ReadonlySet,WeakSet].Instance.', [
    ['Member[add]', 'Argument[0]', each],
    ['Member[add]', 'Argument[this]', 'ReturnValue'],
    [`Member[${setOperations}]`, each, element],
    ['Member[union,symmetricDifference]', 'Argument[0].ArrayElement', element],
    ['Member[entries]', each, `${element}.Member[0]`],
    ['Member[entries]', each, `${element}.Member[1]`],
    ['Member[forEach]', each, 'Argument[0].Parameter[0]'],
    ['Member[forEach]', each, 'Argument[0].Parameter[1]'],
    ['Member[forEach]', 'Argument[this]', 'Argument[0].Parameter[2]'],
  ]),
];

// The referent is kept where an element would be: a printed reference shows it.
const weakPropagators = hands('global', '', [
  ['Member[WeakRef]', 'Argument[0]', element],
  ['Member[WeakRef].Instance.Member[deref]', each, 'ReturnValue'],
]);

/** What outlives or follows an object: registries of what is gone, stacks of what is to be disposed of. */
const lifetimePropagators = hands('global', '', [
  [
    'Member[FinalizationRegistry].Instance.Member[register]',
    'Argument[1]',
    `Argument[this].${passed('held')}`,
  ],
  ['Member[FinalizationRegistry]', `ReturnValue.${passed('held')}`, 'Argument[0].Parameter[0]'],
  ['Member[DisposableStack,AsyncDisposableStack].Instance.Member[use,adopt]', 'Argument[0]', 'ReturnValue'],
  // What is used is disposed of: whatever its method gives, nobody gets.
  ...['@@dispose', '@@asyncDispose'].map((method): PassLine => [
    'Member[DisposableStack,AsyncDisposableStack].Instance.Member[use]',
    `Argument[0].Member[${method}].ReturnValue`,
    `Argument[this].${passed('disposed')}`,
  ]),
  [
    'Member[DisposableStack,AsyncDisposableStack].Instance.Member[adopt]',
    'Argument[0]',
    'Argument[1].Parameter[0]',
  ],
]);

const iteratorVisitors = 'map,filter,flatMap,forEach,some,every,find';

const iterables =
  'Array,ReadonlyArray,String,Map,ReadonlyMap,Set,ReadonlySet,Iterable,AsyncIterable,' +
  'Iterator,IteratorObject,AsyncIteratorObject';

const iteratorPropagators = [
  ...hands('global', `Member[${iterables}].Instance.`, [
    ['Member[@@iterator,@@asyncIterator]', each, element],
  ]),
  ...hands('global', '', [['Member[Iterator].Member[from]', 'Argument[0].ArrayElement', element]]),
  ...hands('global', 'Member[Iterator,IteratorObject].Instance.', [
    ['Member[next]', each, 'ReturnValue.Member[value]'],
    ['Member[return]', 'Argument[0]', 'ReturnValue.Member[value]'],
    ['Member[filter,take,drop,toArray]', each, element],
    ['Member[find]', each, 'ReturnValue'],
    [`Member[${iteratorVisitors}]`, each, 'Argument[0].Parameter[0]'],
    ['Member[map]', 'Argument[0].ReturnValue', element],
    ['Member[flatMap]', 'Argument[0].ReturnValue.ArrayElement', element],
    ['Member[reduce]', 'Argument[1]', 'Argument[0].Parameter[0]'],
    ['Member[reduce]', each, 'Argument[0].Parameter[1]'],
    ['Member[reduce]', 'Argument[0].ReturnValue', 'Argument[0].Parameter[0]'],
    ['Member[reduce]', 'Argument[0].ReturnValue', 'ReturnValue'],
    ['Member[reduce]', 'Argument[1]', 'ReturnValue'],
    ['Member[reduce].WithArity[1]', each, 'Argument[0].Parameter[0]'],
    ['Member[reduce].WithArity[1]', each, 'ReturnValue'],
  ]),
  ...hands('global', 'Member[AsyncIterator,AsyncIteratorObject].Instance.', [
    ['Member[next]', each, 'ReturnValue.Awaited.Member[value]'],
    ['Member[return]', 'Argument[0]', 'ReturnValue.Awaited.Member[value]'],
  ]),
];

export const collectionPropagators: readonly Propagator[] = [
  ...mapPropagators,
  ...setPropagators,
  ...weakPropagators,
  ...lifetimePropagators,
  ...iteratorPropagators,
];

export const collectionSanitizers: readonly Sanitizer[] = [
  ...wipes('global', 'Member[Map,Set].Instance.', 'Argument[this]', ['Member[clear]']),
  ...measures('global', 'Member[Map,ReadonlyMap,WeakMap].Instance.', [
    'Member[size]',
    'Member[has,delete].ReturnValue',
  ]),
  ...measures('global', 'Member[Set,ReadonlySet,WeakSet].Instance.', [
    'Member[size]',
    'Member[has,delete,isSubsetOf,isSupersetOf,isDisjointFrom].ReturnValue',
  ]),
  ...measures('global', 'Member[Iterator,IteratorObject].Instance.', ['Member[some,every].ReturnValue']),
];
