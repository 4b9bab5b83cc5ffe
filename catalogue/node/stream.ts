/** Node's streams: what passes through a stream is read from it, whenever; piping writes it into the next one. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { clean, HIDDEN, hands, passed, taints, type PassLine } from '../tables.ts';

const chunks = `Argument[this].${HIDDEN.chunks}`;
const given = `ReturnValue.${HIDDEN.chunks}`;
/** What was written into a stream that nothing is read from. */
const written = passed('written');
const writing = 'Member[write].Parameter[0]';
const readableTypes = ['stream.Readable', 'stream.Duplex', 'stream.Transform', 'stream.PassThrough'];
const writableTypes = ['stream.Writable', 'stream.Duplex', 'stream.Transform', 'stream.PassThrough'];
const transformTypes = ['stream.Duplex', 'stream.Transform', 'stream.PassThrough'];

const listening = 'Member[on,once,addListener,prependListener,prependOnceListener]';

const readableLines: readonly PassLine[] = [
  ['Member[push,unshift,wrap]', 'Argument[0]', chunks],
  ['Member[wrap]', 'Argument[0].ArrayElement', chunks],
  ['Member[wrap]', 'Argument[this]', 'ReturnValue'],
  ['Member[read]', chunks, 'ReturnValue'],
  ['Member[iterator]', chunks, 'ReturnValue.ArrayElement'],
  ['Member[pipe]', chunks, `Argument[0].${writing}`],
  ['Member[pipe,compose]', 'Argument[0]', 'ReturnValue'],
  ['Member[compose]', chunks, `Argument[0].${writing}`],
  ['Member[compose]', 'Argument[this]', 'Argument[0].Parameter[0]'],
  ['Member[compose]', 'Argument[0].ReturnValue.ArrayElement', given],
  [`${listening}.WithStringArgument[0=data]`, chunks, 'Argument[1].Parameter[0]'],
  [`${listening}.WithStringArgument[0=data]`, 'Argument[this]', 'ReturnValue'],
  ['Member[map,filter,forEach,flatMap,some,every,find]', chunks, 'Argument[0].Parameter[0]'],
  ['Member[filter,take,drop]', chunks, given],
  ['Member[find]', chunks, 'ReturnValue.Awaited'],
  ['Member[map]', 'Argument[0].ReturnValue', given],
  ['Member[map]', 'Argument[0].ReturnValue.Awaited', given],
  ['Member[flatMap]', 'Argument[0].ReturnValue.ArrayElement', given],
  ['Member[toArray]', chunks, 'ReturnValue.Awaited.ArrayElement'],
  ['Member[reduce]', chunks, 'Argument[0].Parameter[1]'],
  ['Member[reduce]', 'Argument[1]', 'Argument[0].Parameter[0]'],
  ['Member[reduce]', 'Argument[0].ReturnValue', 'Argument[0].Parameter[0]'],
  ['Member[reduce]', 'Argument[0].ReturnValue', 'ReturnValue.Awaited'],
  ['Member[reduce]', 'Argument[0].ReturnValue.Awaited', 'ReturnValue.Awaited'],
  ['Member[reduce]', 'Argument[1]', 'ReturnValue.Awaited'],
  ['Member[setEncoding,pause,resume,unpipe,destroy]', 'Argument[this]', 'ReturnValue'],
];

/** A class of one's own is written to through its methods. */
const writableLines: readonly PassLine[] = [
  ['Member[write,end]', 'Argument[0]', `Argument[this].${written}`],
  ['Member[write,end]', 'Argument[0]', 'Argument[this].Member[_write,_transform].Parameter[0]'],
  [
    'Member[write,end]',
    'Argument[0]',
    'Argument[this].Member[_writev].Parameter[0].ArrayElement.Member[chunk]',
  ],
  ['Member[end]', 'Argument[this]', 'ReturnValue'],
];

/** The functions that a stream is made with get what passes through it, and the stream as `this`. */
const optionLines: readonly PassLine[] = [
  [
    'Member[Writable,Duplex,Transform,PassThrough]',
    `ReturnValue.${written}`,
    'Argument[0].Member[write,transform].Parameter[0]',
  ],
  [
    'Member[Writable,Duplex,Transform,PassThrough]',
    `ReturnValue.${written}`,
    'Argument[0].Member[writev].Parameter[0].ArrayElement.Member[chunk]',
  ],
  [
    'Member[Readable,Writable,Duplex,Transform,PassThrough]',
    'ReturnValue',
    'Argument[0].Member[read,write,writev,transform,flush,final,construct,destroy].Parameter[this]',
  ],
];

/** Each stage of a pipeline writes its chunks into the next. */
const stages: readonly PassLine[] = [
  ['Member[pipeline]', 'Argument[0]', `Argument[1].${writing}`],
  ...[0, 1, 2, 3, 4, 5].map((index): PassLine => [
    'Member[pipeline]',
    `Argument[${index}].ArrayElement`,
    `Argument[${index + 1}].${writing}`,
  ]),
  // A stage may also be a function from one iterable to the next.
  ['Member[pipeline]', 'Argument[0].ReturnValue.ArrayElement', `Argument[1].${writing}`],
  ...[0, 1, 2, 3].flatMap((index): readonly PassLine[] => [
    ['Member[pipeline]', `Argument[${index}]`, `Argument[${index + 1}].Parameter[0]`],
    ['Member[pipeline]', `Argument[${index}].ReturnValue`, `Argument[${index + 1}].Parameter[0]`],
    [
      'Member[pipeline]',
      `Argument[${index + 1}].ReturnValue.ArrayElement`,
      `Argument[${index + 2}].${writing}`,
    ],
  ]),
];

export const streamPropagators: readonly Propagator[] = [
  ...readableTypes.flatMap((type) => hands(type, '', readableLines)),
  ...writableTypes.flatMap((type) => hands(type, '', writableLines)),
  // A class of one's own makes its chunks itself.
  ...hands('stream', 'Member[Readable,Duplex].Instance.', [
    ['Made', 'Argument[this]', 'Argument[this].Member[_read].Parameter[this]'],
  ]),
  ...transformTypes.flatMap((type) => hands(type, '', [['Member[write,end]', 'Argument[0]', chunks]])),
  ...hands('stream', '', [
    ['Member[Readable,Duplex].Member[from]', 'Argument[0].ArrayElement', given],
    ['Member[Readable,Duplex].Member[from]', 'Argument[0]', given],
    ['Member[Readable].Member[fromWeb]', 'Argument[0]', 'ReturnValue'],
    ['Member[Readable].Member[toWeb]', 'Argument[0]', 'ReturnValue'],
    ['Member[addAbortSignal]', 'Argument[1]', 'ReturnValue'],
    ...optionLines,
    ...stages,
  ]),
  ...hands('stream/promises', '', stages),
  ...hands('stream', 'Member[promises].', stages),
  ...taints('stream/consumers', '', [
    ['Member[text,json,buffer,bytes,arrayBuffer,blob]', 'Argument[0]', 'ReturnValue.Awaited'],
  ]),
];

export const streamSanitizers: readonly Sanitizer[] = clean('stream', '', [
  'Member[finished,isErrored,isReadable,isWritable].ReturnValue',
]);
