/** One POST: bytes out, bytes back, at most so many, and every failure as one of our codes. */
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import type { ErrorCode } from '../error.ts';
import { brokerError, readAll } from './answer.ts';
import type { Answer } from './answer.ts';

const errorMaxBytes = 4096;

/**
 * Posts once; there are no retries. Resolves with the body of a successful answer, not read yet.
 *
 * @param type media type of what is posted
 * @throws StatelessError `ERR_ABORTED`, `ERR_UNREACHABLE`, `ERR_BROKER_ANSWER`, or the code that the broker answered.
 */
export async function post(url: URL, body: Bytes, type: string, signal?: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      signal: signal ?? null,
      redirect: 'error',
      headers: { 'content-type': type },
    });
    const answer = readBody(response, signal);
    if (response.ok) return answer;
    throw brokerError(await readAll(answer, errorMaxBytes), response.headers.get('retry-after'));
  } catch (thrown) {
    throw failureOf(thrown, signal, 'ERR_UNREACHABLE');
  }
}

// Not every browser iterates over a stream by itself.
async function* readBody(response: Response, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  try {
    for (;;) {
      const chunk: unknown = (await reader?.read())?.value;
      if (!(chunk instanceof Uint8Array)) return;
      yield chunk;
    }
  } catch (thrown) {
    throw failureOf(thrown, signal, 'ERR_SESSION_ENDED');
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
}

function failureOf(thrown: unknown, signal: AbortSignal | undefined, code: ErrorCode): StatelessError {
  if (thrown instanceof StatelessError) return thrown;
  return new StatelessError(signal?.aborted ? 'ERR_ABORTED' : code);
}
