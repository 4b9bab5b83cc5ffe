/** The broker's two requests: an offer for a nonce, and one sealed request for an offer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Offer } from '../attestation/offer.ts';
import { clientNonceLength, sha256 } from '../attestation/report-data.ts';
import { utf8 } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import type { ErrorCode } from '../error.ts';
import { as, parseJson, record, text } from '../shape.ts';
import type { Desk } from './options.ts';
import { checkForm, readBody, sendError, sendFrame, sendJson, sendSealed } from './http.ts';
import { notify } from './observe.ts';
import type { Outcome } from './events.ts';
import type { Holder } from './offers.ts';
import { answerOrigin } from './origins.ts';
import type { SessionProcess } from './session-process.ts';
import type { PassFrame, SessionEnd } from './session-end.ts';
import { fromBase64url, toBase64url, toHex } from '../text-forms.ts';

const nonceRequestCap = 1024;
const question = record({ nonce: as(text(), fromBase64url) });
const sessionPath = /^\/sessions\/([0-9a-f]{32})$/;

/** The error of each end without a frame. */
const endings: Readonly<Record<Outcome, ErrorCode>> = {
  answered: 'ERR_INTERNAL',
  unopened: 'ERR_OPEN',
  ended: 'ERR_SESSION_ENDED',
  protocol: 'ERR_SESSION_ENDED',
  cancelled: 'ERR_SESSION_ENDED',
  deadline: 'ERR_DEADLINE',
};

/** Answers one HTTP request; whatever goes wrong, its client gets one error. */
export async function answer(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (answerOrigin(request, response, desk.origins)) return;
  try {
    await route(desk, request, response);
  } catch (thrown) {
    const error = thrown instanceof StatelessError ? thrown : new StatelessError('ERR_INTERNAL');
    notify(desk.observers.onEvent, { event: 'request-refused', code: error.code });
    const waits: Partial<Record<ErrorCode, number>> = {
      ERR_BUSY: desk.pool.waitMs,
      ERR_RATE_LIMITED: desk.offers.waitMs,
    };
    if (!response.headersSent) sendError(response, error, waits[error.code]);
  }
}

async function route(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '';
  if (request.method !== 'POST') throw new StatelessError('ERR_NOT_FOUND');
  if (path === '/offers') {
    sendJson(response, 200, await reserveOffer(desk, request));
    return;
  }
  const session = sessionPath.exec(path)?.[1];
  if (session === undefined) throw new StatelessError('ERR_NOT_FOUND');
  await serveSession(desk, session, request, response);
}

async function readNonce(request: IncomingMessage): Promise<Bytes> {
  const malformed = (): StatelessError => new StatelessError('ERR_MALFORMED');
  const body = parseJson(new TextDecoder().decode(await readBody(request, nonceRequestCap)), malformed);
  const { nonce } = question(body, malformed);
  if (nonce.length !== clientNonceLength) throw malformed();
  return nonce;
}

// One client cannot take every process: its connection and its address have so many places, and no more.
async function reserveOffer(desk: Desk, request: IncomingMessage): Promise<Offer> {
  const nonce = await readNonce(request);
  const holder = desk.offers.reserve(request.socket, request.socket.remoteAddress);
  if (holder === undefined) throw new StatelessError('ERR_RATE_LIMITED');
  try {
    return await makeOffer(desk, nonce, holder);
  } catch (thrown) {
    desk.offers.release(holder);
    throw thrown;
  }
}

async function makeOffer(desk: Desk, nonce: Bytes, holder: Holder): Promise<Offer> {
  if (desk.pool.isStopped()) throw new StatelessError('ERR_STOPPING');
  const taken = await desk.pool.take();
  if (taken === undefined) throw new StatelessError(desk.pool.isStopped() ? 'ERR_STOPPING' : 'ERR_BUSY');
  const { process, keyConfig } = taken;
  const session = desk.offers.create(process, holder);
  const egressDigest = await sha256(utf8(desk.egress));
  const binding = { nonce, keyConfig, egressDigest, launchDigest: desk.launchDigest };
  const attested = await desk.notary(binding).catch((thrown: unknown) => {
    process.kill('cancelled');
    throw thrown;
  });
  return {
    session,
    keyConfig: toBase64url(keyConfig),
    ...attested,
    egress: desk.egress,
    launchDigest: toHex(desk.launchDigest),
    expiresInMs: desk.offerMs,
  };
}

// The offer is used up by whatever arrives for it: a process that was spoken to is never spoken to again.
async function serveSession(
  desk: Desk,
  session: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  checkForm(request, desk.form);
  const process = desk.offers.claim(session);
  if (process === undefined) throw new StatelessError('ERR_OFFER_SPENT');
  const cancel = (): void => {
    process.kill('cancelled');
  };
  response.once('close', cancel);
  try {
    const sealed = await readBody(request, desk.requestCap);
    const pass: PassFrame = (frame) => sendFrame(response, frame);
    const end = await runSession(desk, session, process, sealed, pass);
    finishResponse(response, end);
  } finally {
    cancel();
  }
}

// A stream that has begun can only be cut: its client finds that the final chunk is missing.
function finishResponse(response: ServerResponse, { outcome, frame }: SessionEnd): void {
  const isAnswered = outcome === 'answered' && frame !== undefined;
  if (response.headersSent && isAnswered) response.end(frame);
  else if (response.headersSent) response.destroy();
  else if (isAnswered) sendSealed(response, frame);
  else sendError(response, new StatelessError(endings[outcome]));
}

async function runSession(
  { observers, wallMs }: Desk,
  session: string,
  process: SessionProcess,
  sealed: Bytes,
  pass: PassFrame,
): Promise<SessionEnd> {
  const { pid } = process;
  const started = performance.now();
  notify(observers.onEvent, { event: 'session-started', session, pid, requestBytes: sealed.length });
  let responseBytes = 0;
  const end = await process.run(sealed, wallMs, (frame) => {
    responseBytes += frame.length;
    return pass(frame);
  });
  for (const record of end.records) notify(observers.onEgress, record);
  const milliseconds = Math.round(performance.now() - started);
  responseBytes += end.frame?.length ?? 0;
  const { outcome, records } = end;
  const ended = { session, pid, outcome, responseBytes, records: records.length, milliseconds };
  void process.gone.then(() => {
    notify(observers.onEvent, { event: 'session-ended', ...ended });
  });
  return end;
}
