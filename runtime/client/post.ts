/** One POST: bytes out, bytes back, at most so many, and every failure as one of our codes. */
import { concat } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { isErrorCode, StatelessError } from '../error.ts';

/** Bounds of one request. */
export interface PostOptions {
  readonly signal: AbortSignal | undefined;
  /** Media type of what is posted. */
  readonly type: string;
}

const errorMaxBytes = 4096;

/**
 * Posts once; there are no retries. Resolves with the body of a successful answer, not read yet.
 *
 * @throws StatelessError `ERR_ABORTED`, `ERR_UNREACHABLE`, `ERR_BROKER_ANSWER`, or the code that the broker answered.
 */
export async function post(url: URL, body: Bytes, options: PostOptions): Promise<AsyncIterable<Uint8Array>> {
  const { signal, type } = options;
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

/**
 * The whole of an answer.
 *
 * @throws StatelessError `ERR_BROKER_ANSWER` as soon as it is above the limit.
 */
export async function readAll(answer: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer) {
    length += chunk.length;
    if (length > maxBytes) throw new StatelessError('ERR_BROKER_ANSWER');
    chunks.push(chunk);
  }
  return concat(...chunks);
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

function failureOf(
  thrown: unknown,
  signal: AbortSignal | undefined,
  code: 'ERR_UNREACHABLE' | 'ERR_SESSION_ENDED',
): StatelessError {
  if (thrown instanceof StatelessError) return thrown;
  return new StatelessError(signal?.aborted ? 'ERR_ABORTED' : code);
}

function brokerError(answer: Bytes, retryAfter: string | null): StatelessError {
  const code = /"code":"(ERR_[A-Z_]+)"/.exec(new TextDecoder().decode(answer))?.[1];
  if (!isErrorCode(code)) return new StatelessError('ERR_BROKER_ANSWER');
  const seconds = /^\d{1,4}$/.exec(retryAfter ?? '')?.[0];
  return new StatelessError(code, code === 'ERR_BUSY' && seconds !== undefined ? `${seconds} s` : undefined);
}
