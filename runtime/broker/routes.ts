/** The broker's two requests: an offer for a nonce, and one sealed request for an offer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Offer } from '../attestation/evidence.ts';
import { concat } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import type { ErrorCode } from '../error.ts';
import { as, parseJson, record, text } from '../shape.ts';
import { checkForm, readBody, sendError, sendJson } from './http.ts';
import { notify } from './observe.ts';
import type { Desk } from './desk-parts.ts';
import type { Holder } from './offer-parts.ts';
import { answerOrigin } from './origins.ts';
import { serveSession } from './session-route.ts';

const nonceRequestCap = 1024;
/** 32 bytes in base64url. */
const nonce = as(text(/^[\w-]{43}$/), (encoded) => concat(Buffer.from(encoded, 'base64url')));
const question = record({ nonce });
const sessionPath = /^\/sessions\/([0-9a-f]{32})$/;

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
  const session = sessionPath.exec(path)?.[1];
  if (path === '/offers') sendJson(response, 200, await reserveOffer(desk, request));
  else if (session === undefined) throw new StatelessError('ERR_NOT_FOUND');
  else await serveSession(desk, session, request, response);
}

/**
 * Reads a question for an offer: the client's nonce.
 *
 * @throws StatelessError `ERR_MALFORMED`.
 */
export function readNonce(body: Bytes): Bytes {
  const malformed = (): StatelessError => new StatelessError('ERR_MALFORMED');
  return question(parseJson(new TextDecoder().decode(body), malformed), malformed).nonce;
}

// One client cannot take every process: its connection and its address have so many places, and no more.
async function reserveOffer(desk: Desk, request: IncomingMessage): Promise<Offer> {
  checkForm(request, 'json');
  const nonce = readNonce(await readBody(request, nonceRequestCap));
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
  const taken = await desk.pool.take();
  if (taken === undefined) throw new StatelessError(desk.pool.isStopped() ? 'ERR_STOPPING' : 'ERR_BUSY');
  const { process, keyConfig } = taken;
  const session = desk.offers.create(process, holder);
  const { egressDigest, launchDigest } = desk;
  const attested = await desk
    .notary({ nonce, keyConfig, egressDigest, launchDigest })
    .catch((thrown: unknown) => {
      process.kill('cancelled');
      throw thrown;
    });
  return {
    session,
    keyConfig: Buffer.from(keyConfig).toString('base64url'),
    ...attested,
    egress: desk.egress,
    launchDigest: Buffer.from(launchDigest).toString('hex'),
    expiresInMs: desk.offerMs,
  };
}
