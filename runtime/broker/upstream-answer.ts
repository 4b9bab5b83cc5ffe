/** One answer of an upstream's broker: read as a whole or frame by frame, under a cap and a time for each reading. */
import { concat, integer, utf8 } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { sealedMaxBytes } from '../wire/bounds.ts';
import { nothing } from './messages.ts';
import type { UpstreamAnswer, UpstreamQuestion } from './upstream-calls.ts';

/** Asks once. What is read is told to the session process: behind a 1, or else an error behind a 0. */
export function askUpstream({ url, body, type, waitMs, ended }: UpstreamQuestion): UpstreamAnswer {
  const stop = new AbortController();
  const signal = AbortSignal.any([ended, stop.signal]);
  const answer = fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
    redirect: 'error',
    signal,
  });
  const pieces = piecesOf(answer);
  const close = (): void => {
    stop.abort();
  };
  let rest = nothing;
  return {
    close,
    async read(enough, cap = sealedMaxBytes) {
      const timer = setTimeout(close, waitMs);
      try {
        const { ok } = await answer;
        for (let piece: Bytes | undefined = nothing; piece && rest.length < enough(rest, ok);) {
          piece = (await pieces.next()).value;
          rest = concat(rest, piece ?? nothing);
          if (rest.length > cap) return failed('ERR_BROKER_ANSWER');
        }
        const taken = rest.slice(0, enough(rest, ok));
        rest = rest.slice(taken.length);
        return concat(integer(ok ? 1 : 0, 1), taken);
      } catch {
        return failed(stop.signal.aborted ? 'ERR_DEADLINE' : 'ERR_UNREACHABLE');
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

async function* piecesOf(answer: Promise<Response>): AsyncGenerator<Bytes, undefined> {
  for await (const piece of (await answer).body ?? []) {
    const bytes: unknown = piece;
    if (bytes instanceof Uint8Array) yield concat(bytes);
  }
}

function failed(code: string): Bytes {
  return concat(integer(0, 1), utf8(JSON.stringify({ error: { code } })));
}
