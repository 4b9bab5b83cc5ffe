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

type Stream = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * The chunks of a stream; with `leading`, first that many bytes as a piece of their own.
 *
 * @param maxChunk bytes of the largest chunk that is waited for; a stream that announces a longer one is refused
 * @throws StatelessError `ERR_OPEN` when the stream ends without a final chunk.
 */
export async function* splitChunks(stream: Stream, maxChunk: number, leading = 0): AsyncGenerator<Piece> {
  const arriving = piecesOf(stream);
  let buffered: Bytes = new Uint8Array(0);
  const grow = async (): Promise<boolean> => {
    const { value } = await arriving.next();
    if (value) buffered = concat(buffered, value);
    return value !== undefined;
  };
  const take = async (length: number): Promise<Bytes> => {
    while (buffered.length < length) if (!(await grow())) throw fault();
    const taken = buffered.slice(0, length);
    buffered = buffered.subarray(length);
    return taken;
  };
  try {
    if (leading > 0) yield { bytes: await take(leading), isFinal: false };
    for (let length = await takeLength(take); length > 0; length = await takeLength(take)) {
      if (length > maxChunk) throw fault();
      yield { bytes: await take(length), isFinal: false };
    }
    do if (buffered.length > maxChunk) throw fault();
    while (await grow());
    yield { bytes: buffered, isFinal: true };
  } finally {
    await arriving.return(undefined);
  }
}

async function* piecesOf(stream: Stream): AsyncGenerator<Uint8Array, undefined> {
  yield* stream;
}

async function takeLength(take: (length: number) => Promise<Bytes>): Promise<number> {
  const first = await take(1);
  const rest = await take((1 << ((first[0] ?? 0) >> 6)) - 1);
  return new ByteReader(concat(first, rest), fault).varint();
}

function fault(): StatelessError {
  return new StatelessError('ERR_OPEN');
}
