/** One POST: bytes out, bytes back, at most so many, and every failure as one of our codes. */
import { concat } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { isErrorCode, StatelessError } from '../error.ts';

/** Bounds of one request. */
export interface PostOptions {
  readonly signal: AbortSignal | undefined;
  readonly maxBytes: number;
  /** Media type of what is posted. */
  readonly type: string;
}

/**
 * Posts once; there are no retries.
 *
 * @throws StatelessError `ERR_ABORTED`, `ERR_UNREACHABLE`, `ERR_BROKER_ANSWER`, or the code that the broker answered.
 */
export async function post(url: URL, body: Bytes, { signal, maxBytes, type }: PostOptions): Promise<Bytes> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      signal: signal ?? null,
      redirect: 'error',
      headers: { 'content-type': type },
    });
    const answer = await readAnswer(response, maxBytes);
    if (!response.ok) throw brokerError(answer, response.headers.get('retry-after'));
    return answer;
  } catch (thrown) {
    if (thrown instanceof StatelessError) throw thrown;
    throw new StatelessError(signal?.aborted ? 'ERR_ABORTED' : 'ERR_UNREACHABLE');
  }
}

async function readAnswer(response: Response, maxBytes: number): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const chunk: unknown = (await reader?.read())?.value;
    if (!(chunk instanceof Uint8Array)) return concat(...chunks);
    length += chunk.length;
    if (length > maxBytes) {
      await reader?.cancel();
      throw new StatelessError('ERR_BROKER_ANSWER');
    }
    chunks.push(chunk);
  }
}

function brokerError(answer: Bytes, retryAfter: string | null): StatelessError {
  const code = /"code":"(ERR_[A-Z_]+)"/.exec(new TextDecoder().decode(answer))?.[1];
  if (!isErrorCode(code)) return new StatelessError('ERR_BROKER_ANSWER');
  const seconds = /^\d{1,4}$/.exec(retryAfter ?? '')?.[0];
  return new StatelessError(code, code === 'ERR_BUSY' && seconds !== undefined ? `${seconds} s` : undefined);
}
