/** Web streams: what is written or enqueued passes through the stream; its writer and its controllers are the stream. */
import type { Propagator } from '../../engine/models/rows.ts';
import { HIDDEN, hands, passed, type PassLine } from '../tables.ts';

const chunks = `Argument[this].${HIDDEN.chunks}`;
const given = `ReturnValue.${HIDDEN.chunks}`;
const written = passed('written');
const instance = 'Instance.Member';
/** Rows of a stream that a package opens speak of its writer. */
const writer = 'Member[getWriter].ReturnValue.Member[write].Parameter[0]';

const readableLines: readonly PassLine[] = [
  ['Member[ReadableStream].Member[from]', 'Argument[0].ArrayElement', given],
  ['Member[ReadableStream].Member[from]', 'Argument[0]', given],
  ['Member[ReadableStream]', 'ReturnValue', 'Argument[0].Member[start,pull].Parameter[0]'],
  [`Member[ReadableStream].${instance}[getReader]`, 'Argument[this]', 'ReturnValue'],
  [`Member[ReadableStream].${instance}[values]`, chunks, 'ReturnValue.ArrayElement'],
  [`Member[ReadableStream].${instance}[tee]`, 'Argument[this]', 'ReturnValue.ArrayElement'],
  [
    `Member[ReadableStream].${instance}[pipeThrough]`,
    chunks,
    'Argument[0].Member[writable].Member[write].Parameter[0]',
  ],
  [`Member[ReadableStream].${instance}[pipeThrough]`, chunks, `Argument[0].Member[writable].${writer}`],
  [`Member[ReadableStream].${instance}[pipeThrough]`, 'Argument[0].Member[readable]', 'ReturnValue'],
  // What the other end makes of it is not known where it has none of our own.
  [`Member[ReadableStream].${instance}[pipeThrough]`, chunks, given],
  [`Member[ReadableStream].${instance}[pipeTo]`, chunks, `Argument[0].${written}`],
  [`Member[ReadableStream].${instance}[pipeTo]`, chunks, 'Argument[0].Member[write].Parameter[0]'],
  [`Member[ReadableStream].${instance}[pipeTo]`, chunks, `Argument[0].${writer}`],
  [
    `Member[ReadableStreamDefaultReader,ReadableStreamBYOBReader].${instance}[read]`,
    chunks,
    'ReturnValue.Awaited.Member[value]',
  ],
  [
    `Member[ReadableStreamDefaultController,ReadableByteStreamController,TransformStreamDefaultController].${instance}[enqueue]`,
    'Argument[0]',
    chunks,
  ],
];

const writableLines: readonly PassLine[] = [
  ['Member[WritableStream]', `ReturnValue.${written}`, 'Argument[0].Member[write].Parameter[0]'],
  [`Member[WritableStream].${instance}[getWriter]`, 'Argument[this]', 'ReturnValue'],
  [`Member[WritableStreamDefaultWriter].${instance}[write]`, 'Argument[0]', `Argument[this].${written}`],
];

/** Both ends of a transform are the transform; without code of one's own, what goes in comes out. */
const transformLines: readonly PassLine[] = [
  ['Member[TransformStream]', `ReturnValue.${written}`, 'Argument[0].Member[transform].Parameter[0]'],
  ['Member[TransformStream]', 'ReturnValue', 'Argument[0].Member[start,flush].Parameter[0]'],
  ['Member[TransformStream]', 'ReturnValue', 'Argument[0].Member[transform].Parameter[1]'],
  ['Member[TransformStream].WithArity[0]', `ReturnValue.${written}`, given],
  [`Member[TransformStream].${instance}[readable,writable].Getter`, 'Argument[this]', 'ReturnValue'],
];

/** Codecs have both ends, and what comes out is what went in, in another form. */
const codecs = 'Member[CompressionStream,DecompressionStream,TextEncoderStream,TextDecoderStream]';
const codecLines: readonly PassLine[] = [
  [codecs, `ReturnValue.${written}`, given],
  [`${codecs}.${instance}[readable,writable].Getter`, 'Argument[this]', 'ReturnValue'],
];

export const webStreamPropagators: readonly Propagator[] = ['global', 'stream/web'].flatMap((home) =>
  hands(home, '', [...readableLines, ...writableLines, ...transformLines, ...codecLines]),
);
