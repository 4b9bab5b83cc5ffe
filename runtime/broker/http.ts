/** HTTP for the broker: bodies with a cap, answers with a code, and nothing that could carry content. */
import { once } from 'node:events';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { concat } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import type { ErrorCode } from '../error.ts';

/** The status of each code that a broker answers with. */
const statuses: Readonly<Partial<Record<ErrorCode, number>>> = {
  ERR_MALFORMED: 400,
  ERR_NOT_FOUND: 404,
  ERR_OFFER_SPENT: 410,
  ERR_TOO_LARGE: 413,
  ERR_MEDIA_TYPE: 415,
  ERR_OPEN: 422,
  ERR_RATE_LIMITED: 429,
  ERR_INTERNAL: 500,
  ERR_SESSION_ENDED: 502,
  ERR_BUSY: 503,
  ERR_STOPPING: 503,
  ERR_ATTESTER: 503,
  ERR_DEADLINE: 504,
};

/** Whether a processor answers once, or with a stream: requests are sealed whole or in chunks. */
export type Form = 'whole' | 'chunked';

const jsonType = 'application/json';

/** The media type of a sealed request or of its response (RFC 9458, and the draft on chunks). */
const sealedType = (form: Form, end: 'req' | 'res'): string =>
  `message/ohttp-${form === 'whole' ? '' : 'chunked-'}${end}`;

/**
 * `ERR_MEDIA_TYPE` unless a request has the form that is taken here: no page of another site can send one of these types
 * without asking first (CORS).
 */
export function checkForm(request: IncomingMessage, form: Form | 'json'): void {
  const type = form === 'json' ? jsonType : sealedType(form, 'req');
  if (request.headers['content-type'] !== type) throw new StatelessError('ERR_MEDIA_TYPE');
}

/**
 * The pieces of a body as they arrive, each only when it is asked for.
 *
 * @throws StatelessError `ERR_TOO_LARGE` as soon as they are above the cap; what still comes is discarded, so that its
 *   sender can read the answer. `ERR_MALFORMED` when the sender broke off.
 */
export async function* readPieces(request: IncomingMessage, cap: number): AsyncGenerator<Bytes, void> {
  let length = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      const piece: unknown = chunk;
      if (!(piece instanceof Uint8Array)) throw new StatelessError('ERR_MALFORMED');
      length += piece.length;
      if (length > cap) throw new StatelessError('ERR_TOO_LARGE');
      yield concat(piece);
    }
  } catch (thrown) {
    request.resume();
    throw thrown instanceof StatelessError ? thrown : new StatelessError('ERR_MALFORMED');
  }
}

/** The whole of a body, as its one piece. */
export async function* readWhole(request: IncomingMessage, cap: number): AsyncGenerator<Bytes, void> {
  yield await readBody(request, cap);
}

/** The whole of a body. */
export async function readBody(request: IncomingMessage, cap: number): Promise<Bytes> {
  const pieces: Bytes[] = [];
  for await (const piece of readPieces(request, cap)) pieces.push(piece);
  return concat(...pieces);
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': jsonType, 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

/** Answers with a sealed response. */
export function sendSealed(response: ServerResponse, frame: Uint8Array): void {
  writeSealedHead(response, 'whole', { 'content-length': frame.length });
  response.end(frame);
}

/**
 * Writes one frame of a streamed response, and resolves when there is room for the next, or nobody to read it.
 *
 * @param ended aborted when the response is closed
 */
export async function sendFrame(response: ServerResponse, frame: Bytes, ended: AbortSignal): Promise<void> {
  if (!response.headersSent) writeSealedHead(response, 'chunked', { incremental: '?1' });
  if (response.write(frame) || response.destroyed) return;
  await once(response, 'drain', { signal: ended }).catch(() => undefined);
}

function writeSealedHead(response: ServerResponse, form: Form, more: OutgoingHttpHeaders): void {
  const type = sealedType(form, 'res');
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...more });
}

/**
 * Answers with the one error of a request.
 *
 * @param waitMs milliseconds after which it may be asked again, where that is known
 */
export function sendError(response: ServerResponse, error: StatelessError, waitMs?: number): void {
  if (waitMs !== undefined) response.setHeader('retry-after', Math.max(1, Math.ceil(waitMs / 1_000)));
  const { code, message } = error;
  sendJson(response, statuses[code] ?? 500, { error: { code, message } });
}
