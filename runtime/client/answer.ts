/** What a broker answers: a body of bounded length, or the code of an error. */
import { concat } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { isErrorCode, StatelessError } from '../error.ts';

/** The body of an answer, in whatever pieces. */
export type Answer = AsyncIterable<Uint8Array>;

/**
 * The whole of an answer.
 *
 * @throws StatelessError `ERR_BROKER_ANSWER` as soon as it is above the limit.
 */
export async function readAll(answer: Answer, maxBytes: number): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer) {
    length += chunk.length;
    if (length > maxBytes) throw new StatelessError('ERR_BROKER_ANSWER');
    chunks.push(chunk);
  }
  return concat(...chunks);
}

/** The error in the body of an answer. */
export function brokerError(answer: Bytes, retryAfter: string | null): StatelessError {
  const code = /"code":"(ERR_[A-Z_]+)"/.exec(new TextDecoder().decode(answer))?.[1];
  if (!isErrorCode(code)) return new StatelessError('ERR_BROKER_ANSWER');
  const seconds = /^\d{1,4}$/.exec(retryAfter ?? '')?.[0];
  return new StatelessError(code, code === 'ERR_BUSY' && seconds !== undefined ? `${seconds} s` : undefined);
}
