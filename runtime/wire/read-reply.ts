/** Reads what a session answered: the output of a whole response, or the outputs of a streamed one. */
import { ByteReader } from '../byte-reader.ts';
import type { Bytes } from '../bytes.ts';
import { isErrorCode, StatelessError } from '../error.ts';
import { optional, parseJson, record, text } from '../shape.ts';
import { replyLengthBytes } from './framing.ts';
import { readResponse, readResponseHead } from './read-response.ts';

const failure = record({ code: text(), detail: optional(text()) });

/**
 * Reads a padded reply: the output, or the error that it carries is thrown.
 *
 * @throws StatelessError with the code of the reply, or `ERR_BROKER_ANSWER` when it is not a reply.
 */
export function readReply(padded: Bytes): unknown {
  return outputOf(readResponse(padded, fault).content);
}

/**
 * The outputs in a stream of opened pieces.
 *
 * @throws StatelessError with the code of a reply, or `ERR_BROKER_ANSWER` when they are no streamed response.
 */
export async function* readStreamed(pieces: AsyncIterable<Bytes>): AsyncGenerator {
  let place: 'head' | 'replies' | 'end' = 'head';
  for await (const piece of pieces) {
    const reader = new ByteReader(piece, fault);
    if (place === 'end') throw fault();
    if (place === 'head') {
      if (readResponseHead(reader).framing !== 'indeterminate') throw fault();
      reader.end();
      place = 'replies';
    } else if (reader.peek() === 0) {
      if (reader.rest().some((byte) => byte !== 0)) throw fault();
      place = 'end';
    } else yield readStreamedReply(reader);
  }
  if (place !== 'end') throw fault();
}

function readStreamedReply(reader: ByteReader): unknown {
  const record = new ByteReader(reader.counted(), fault);
  if (reader.rest().some((byte) => byte !== 0)) throw fault();
  return outputOf(record.take(record.integer(replyLengthBytes)));
}

function outputOf(json: Bytes): unknown {
  const reply = parseJson(new TextDecoder().decode(json), fault);
  if (typeof reply !== 'object' || reply === null) throw fault();
  if ('error' in reply) throw replyError(reply.error);
  if (!('output' in reply)) throw fault();
  return reply.output;
}

function replyError(error: unknown): StatelessError {
  const { code, detail } = failure(error, fault);
  return isErrorCode(code) ? new StatelessError(code, detail) : fault();
}

function fault(): StatelessError {
  return new StatelessError('ERR_BROKER_ANSWER');
}
