/** Functional libraries: Ramda, RxJS and Immer. What a stream emits is what it holds. */
import type { Models } from '../../engine/models/rows.ts';
import { hands, HIDDEN, measures, taints, type PassLine } from '../tables.ts';

const emitted = HIDDEN.chunks;

const observableLines: readonly PassLine[] = [
  ['Member[subscribe]', `Argument[this].${emitted}`, 'Argument[0].Parameter[0]'],
  ['Member[subscribe]', `Argument[this].${emitted}`, 'Argument[0].Member[next].Parameter[0]'],
  ['Member[forEach]', `Argument[this].${emitted}`, 'Argument[0].Parameter[0]'],
  ['Member[pipe]', 'Argument[this]', 'Argument[0].Parameter[0]'],
  ['Member[pipe]', 'Argument[0].ReturnValue', 'Argument[1].Parameter[0]'],
  ['Member[pipe]', 'Argument[1].ReturnValue', 'Argument[2].Parameter[0]'],
  ['Member[pipe]', 'Argument[2].ReturnValue', 'Argument[3].Parameter[0]'],
  ['Member[pipe]', 'Argument[N-1].ReturnValue', 'ReturnValue'],
];

export const functionalRows: Partial<Models> = {
  propagators: [
    ...hands('rxjs.Observable', '', observableLines),
    ...hands('rxjs.Subject', '', [
      ['Member[next]', 'Argument[0]', `Argument[this].${emitted}`],
      ['Member[asObservable]', 'Argument[this]', 'ReturnValue'],
    ]),
    ...hands('rxjs', '', [
      ['Member[of]', 'Argument[0..]', `ReturnValue.${emitted}`],
      ['Member[from]', 'Argument[0].ArrayElement', `ReturnValue.${emitted}`],
      ['Member[from]', 'Argument[0].Awaited', `ReturnValue.${emitted}`],
      ['Member[BehaviorSubject]', 'Argument[0]', `ReturnValue.${emitted}`],
      ['Member[firstValueFrom,lastValueFrom]', `Argument[0].${emitted}`, 'ReturnValue.Awaited'],
    ]),
    ...taints('ramda', '', [
      ['Member[path,prop,pick,omit,pluck,sortBy,take,drop,join,split]', 'Argument[1]', 'ReturnValue'],
      [
        'Member[mergeRight,mergeLeft,mergeDeepRight,mergeDeepLeft,concat,append,prepend]',
        'Argument[0,1]',
        'ReturnValue',
      ],
      ['Member[assoc,assocPath]', 'Argument[1,2]', 'ReturnValue'],
      [
        'Member[toUpper,toLower,trim,values,toPairs,fromPairs,flatten,uniq,reverse,clone]',
        'Argument[0]',
        'ReturnValue',
      ],
    ]),
    ...hands('ramda', '', [
      ['Member[map,filter,forEach,find,reject]', 'Argument[1].ArrayElement', 'Argument[0].Parameter[0]'],
      ['Member[map]', 'Argument[0].ReturnValue', 'ReturnValue.ArrayElement'],
      ['Member[filter,reject,forEach]', 'Argument[1].ArrayElement', 'ReturnValue.ArrayElement'],
      ['Member[find]', 'Argument[1].ArrayElement', 'ReturnValue'],
      ['Member[reduce]', 'Argument[1]', 'Argument[0].Parameter[0]'],
      ['Member[reduce]', 'Argument[2].ArrayElement', 'Argument[0].Parameter[1]'],
      ['Member[reduce]', 'Argument[0].ReturnValue', 'Argument[0].Parameter[0]'],
      ['Member[reduce]', 'Argument[0].ReturnValue', 'ReturnValue'],
      ['Member[tap]', 'Argument[1]', 'Argument[0].Parameter[0]'],
      ['Member[tap]', 'Argument[1]', 'ReturnValue'],
    ]),
    ...hands('immer', '', [
      ['Member[produce]', 'Argument[0]', 'Argument[1].Parameter[0]'],
      ['Member[produce]', 'Argument[0]', 'ReturnValue'],
      ['Member[produce]', 'Argument[1].ReturnValue', 'ReturnValue'],
      ['Member[current,original,createDraft,finishDraft,freeze,castDraft]', 'Argument[0]', 'ReturnValue'],
    ]),
  ],
  sanitizers: measures('ramda', '', [
    'Member[equals,identical,isEmpty,isNil,includes,startsWith,endsWith,has,gt,gte,lt,lte,length].ReturnValue',
  ]),
};
