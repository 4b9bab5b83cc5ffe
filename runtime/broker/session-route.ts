/** The request of one session: from the first piece that arrives to the last frame that leaves, and what is told of it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import type { ErrorCode } from '../error.ts';
import type { Outcome } from './events.ts';
import { checkForm, readPieces, readWhole, sendError, sendFrame, sendSealed } from './http.ts';
import { nothing } from './messages.ts';
import { notify } from './observe.ts';
import type { Desk } from './desk-parts.ts';
import type { OpenOffer } from './offer-parts.ts';
import type { Outlet, SessionEnd, Traffic } from './session-end.ts';
import { Upstreams } from './upstreams.ts';

/** The error of each end without a frame. */
const endings: Readonly<Record<Outcome, ErrorCode>> = {
  answered: 'ERR_INTERNAL',
  unopened: 'ERR_OPEN',
  ended: 'ERR_SESSION_ENDED',
  protocol: 'ERR_SESSION_ENDED',
  cancelled: 'ERR_SESSION_ENDED',
  deadline: 'ERR_DEADLINE',
};

/**
 * Runs the session of an offer, which is used up by whatever arrives for it: a process that was spoken to is never
 * spoken to again.
 */
export async function serveSession(
  desk: Desk,
  session: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  checkForm(request, desk.form);
  const offer = desk.offers.claim(session);
  if (offer === undefined) throw new StatelessError('ERR_OFFER_SPENT');
  const ended = new AbortController();
  const cancel = (): void => {
    offer.process.kill('cancelled');
    ended.abort();
  };
  response.once('close', cancel);
  const traffic: Traffic = { requestBytes: 0, responseBytes: 0, fault: undefined };
  const source = (desk.form === 'whole' ? readWhole : readPieces)(request, desk.requestCap);
  const upstreams = new Upstreams(desk.uses, ended.signal);
  const nextPiece = async (): Promise<Bytes | undefined> => {
    try {
      const piece = (await source.next()).value ?? nothing;
      traffic.requestBytes += piece.length;
      return piece;
    } catch (thrown) {
      traffic.fault = thrown instanceof StatelessError ? thrown : new StatelessError('ERR_INTERNAL');
      cancel();
      return undefined;
    }
  };
  try {
    const end = await runSession(desk, session, offer, traffic, {
      pass(frame) {
        traffic.responseBytes += frame.length;
        return sendFrame(response, frame, ended.signal);
      },
      answer: (question) => (question.length === 0 ? nextPiece() : upstreams.ask(question)),
    });
    if (traffic.fault !== undefined) throw traffic.fault;
    finishResponse(response, end);
  } finally {
    cancel();
  }
}

async function runSession(
  { observers, wallMs, offers }: Desk,
  session: string,
  { process, holder }: OpenOffer,
  traffic: Traffic,
  outlet: Outlet,
): Promise<SessionEnd> {
  const { pid } = process;
  const first = await outlet.answer(nothing);
  if (first === undefined) throw traffic.fault ?? new StatelessError('ERR_INTERNAL');
  offers.release(holder);
  const started = performance.now();
  notify(observers.onEvent, { event: 'session-started', session, pid });
  const end = await process.run(first, wallMs, outlet);
  for (const record of end.records) notify(observers.onEgress, record);
  const milliseconds = Math.round(performance.now() - started);
  const responseBytes = traffic.responseBytes + (end.frame?.length ?? 0);
  const { outcome, records } = end;
  const sizes = { requestBytes: traffic.requestBytes, responseBytes, records: records.length };
  void process.gone.then(() => {
    notify(observers.onEvent, { event: 'session-ended', session, pid, outcome, ...sizes, milliseconds });
  });
  return end;
}

// A stream that has begun can only be cut: its client finds that the final chunk is missing.
function finishResponse(response: ServerResponse, { outcome, frame }: SessionEnd): void {
  const isAnswered = outcome === 'answered' && frame !== undefined;
  if (response.headersSent && isAnswered) response.end(frame);
  else if (response.headersSent) response.destroy();
  else if (isAnswered) sendSealed(response, frame);
  else sendError(response, new StatelessError(endings[outcome]));
}
