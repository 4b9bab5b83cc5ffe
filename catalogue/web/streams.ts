/** Web streams: chunks are the elements of the stream, and its writer writes into it. */
import type { Propagator } from '../../engine/models/rows.ts';
import { hands, type PassLine } from '../tables.ts';

const chunks = 'Argument[this].ArrayElement';

const lines: readonly PassLine[] = [
  ['Member[ReadableStream].Member[from]', 'Argument[0].ArrayElement', 'ReturnValue.ArrayElement'],
  ['Member[ReadableStream].Member[from]', 'Argument[0]', 'ReturnValue.ArrayElement'],
  ['Member[ReadableStream].Instance.Member[getReader,values]', chunks, 'ReturnValue.ArrayElement'],
  ['Member[ReadableStream].Instance.Member[tee]', chunks, 'ReturnValue.ArrayElement.ArrayElement'],
  ['Member[ReadableStream].Instance.Member[pipeThrough]', chunks, 'ReturnValue.ArrayElement'],
  ['Member[ReadableStream].Instance.Member[pipeTo]', chunks, 'Argument[0].Member[write].Parameter[0]'],
  ['Member[ReadableStreamDefaultReader].Instance.Member[read]', chunks, 'ReturnValue.Awaited.Member[value]'],
  ['Member[ReadableStreamDefaultController].Instance.Member[enqueue]', 'Argument[0]', chunks],
  ['Member[TransformStreamDefaultController].Instance.Member[enqueue]', 'Argument[0]', chunks],
  ['Member[WritableStreamDefaultWriter].Instance.Member[write]', 'Argument[0]', chunks],
];

export const webStreamPropagators: readonly Propagator[] = ['global', 'stream/web'].flatMap((home) =>
  hands(home, '', lines),
);
