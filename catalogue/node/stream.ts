/** Node's streams: chunks are the elements of the stream; piping writes them into the next one, whatever that is. */
import type { Propagator } from '../../engine/models/rows.ts';
import { hands, taints, type PassLine } from '../tables.ts';

const chunks = 'Argument[this].ArrayElement';
const written = 'Member[write].Parameter[0]';
const readableTypes = ['stream.Readable', 'stream.Duplex', 'stream.Transform', 'stream.PassThrough'];
const transformTypes = ['stream.Duplex', 'stream.Transform', 'stream.PassThrough'];

const readableLines: readonly PassLine[] = [
  ['Member[push,unshift]', 'Argument[0]', chunks],
  ['Member[read]', chunks, 'ReturnValue'],
  ['Member[iterator]', chunks, 'ReturnValue.ArrayElement'],
  ['Member[pipe]', chunks, `Argument[0].${written}`],
  ['Member[pipe,compose]', 'Argument[0]', 'ReturnValue'],
  ['Member[compose]', chunks, `Argument[0].${written}`],
  ['Member[on,once,addListener].WithStringArgument[0=data]', chunks, 'Argument[1].Parameter[0]'],
  ['Member[on,once,addListener].WithStringArgument[0=data]', 'Argument[this]', 'ReturnValue'],
  ['Member[map,filter,forEach,flatMap,some,every,find]', chunks, 'Argument[0].Parameter[0]'],
  ['Member[filter,take,drop]', chunks, 'ReturnValue.ArrayElement'],
  ['Member[find]', chunks, 'ReturnValue.Awaited'],
  ['Member[map]', 'Argument[0].ReturnValue', 'ReturnValue.ArrayElement'],
  ['Member[map]', 'Argument[0].ReturnValue.Awaited', 'ReturnValue.ArrayElement'],
  ['Member[flatMap]', 'Argument[0].ReturnValue.ArrayElement', 'ReturnValue.ArrayElement'],
  ['Member[toArray]', chunks, 'ReturnValue.Awaited.ArrayElement'],
  ['Member[reduce]', chunks, 'Argument[0].Parameter[1]'],
  ['Member[reduce]', 'Argument[0].ReturnValue', 'Argument[0].Parameter[0]'],
  ['Member[reduce]', 'Argument[0].ReturnValue', 'ReturnValue.Awaited'],
  ['Member[setEncoding,pause,resume]', 'Argument[this]', 'ReturnValue'],
];

/** Each stage of a pipeline writes its chunks into the next. */
const stages: readonly PassLine[] = [
  ['Member[pipeline]', 'Argument[0]', `Argument[1].${written}`],
  ...[0, 1, 2, 3].map((index): PassLine => [
    'Member[pipeline]',
    `Argument[${index}].ArrayElement`,
    `Argument[${index + 1}].${written}`,
  ]),
  // A stage may also be a function from one iterable to the next.
  ['Member[pipeline]', 'Argument[0]', 'Argument[1].Parameter[0]'],
  ['Member[pipeline]', 'Argument[1]', 'Argument[2].Parameter[0]'],
  ['Member[pipeline]', 'Argument[1].ReturnValue.ArrayElement', `Argument[2].${written}`],
  ['Member[pipeline]', 'Argument[2].ReturnValue.ArrayElement', `Argument[3].${written}`],
];

export const streamPropagators: readonly Propagator[] = [
  ...readableTypes.flatMap((type) => hands(type, '', readableLines)),
  ...transformTypes.flatMap((type) => hands(type, '', [['Member[write,end]', 'Argument[0]', chunks]])),
  ...hands('stream', '', [
    ['Member[Readable].Member[from]', 'Argument[0].ArrayElement', 'ReturnValue.ArrayElement'],
    ['Member[Readable].Member[from]', 'Argument[0]', 'ReturnValue.ArrayElement'],
    ['Member[Readable].Member[fromWeb]', 'Argument[0].ArrayElement', 'ReturnValue.ArrayElement'],
    ['Member[Readable].Member[toWeb]', 'Argument[0].ArrayElement', 'ReturnValue.ArrayElement'],
    ...stages,
  ]),
  ...hands('stream/promises', '', stages),
  ...hands('stream', 'Member[promises].', stages),
  ...taints('stream/consumers', '', [
    ['Member[text,json,buffer,bytes,arrayBuffer,blob]', 'Argument[0]', 'ReturnValue.Awaited'],
  ]),
];
