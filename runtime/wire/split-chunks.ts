/** Cuts a stream of bytes at the lengths that it carries: chunks of chunked OHTTP, in whatever pieces they arrive. */
import { ByteReader } from '../byte-reader.ts';
import { concat } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';

/** One sealed chunk. The final one runs to the end of the stream. */
export interface Piece {
  readonly bytes: Bytes;
  readonly isFinal: boolean;
}

/**
 * The chunks of a stream; with `leading`, first that many bytes as a piece of their own.
 *
 * @param maxChunk bytes of the largest chunk that is waited for; a stream that announces a longer one is refused
 * @throws StatelessError `ERR_OPEN` when the stream ends without a final chunk.
 */
export async function* splitChunks(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxChunk: number,
  leading = 0,
): AsyncGenerator<Piece> {
  let buffered: Bytes = new Uint8Array(0);
  let awaited = leading;
  let isFinal = false;
  for await (const arrived of stream) {
    buffered = concat(buffered, arrived);
    if (awaited > 0) {
      if (buffered.length < awaited) continue;
      yield { bytes: buffered.slice(0, awaited), isFinal: false };
      buffered = buffered.slice(awaited);
      awaited = 0;
    }
    if (!isFinal) {
      const found: Cut = cut(buffered, maxChunk);
      for (const bytes of found.chunks) yield { bytes, isFinal: false };
      buffered = found.rest;
      isFinal = found.isFinal;
    }
    if (buffered.length > maxChunk + lengthAtMost) throw new StatelessError('ERR_OPEN');
  }
  if (!isFinal) throw new StatelessError('ERR_OPEN');
  yield { bytes: buffered, isFinal: true };
}

/** Bytes of the longest variable-length integer. */
const lengthAtMost = 8;

/** The whole chunks at the front of a buffer; `isFinal` says that what is left is the final one so far. */
interface Cut {
  readonly chunks: readonly Bytes[];
  readonly rest: Bytes;
  readonly isFinal: boolean;
}

function cut(buffer: Bytes, maxChunk: number): Cut {
  const chunks: Bytes[] = [];
  let rest = buffer;
  for (;;) {
    const [first] = rest;
    if (first === undefined || rest.length < 1 << (first >> 6)) return { chunks, rest, isFinal: false };
    const reader = new ByteReader(rest, () => new StatelessError('ERR_OPEN'));
    const length = reader.varint();
    if (length === 0) return { chunks, rest: reader.rest(), isFinal: true };
    if (length > maxChunk) throw new StatelessError('ERR_OPEN');
    if (reader.left < length) return { chunks, rest, isFinal: false };
    chunks.push(reader.take(length).slice());
    rest = reader.rest();
  }
}
