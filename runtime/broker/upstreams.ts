/** Calls of declared upstreams: a nonce, then ciphertext of a declared size, to a declared address and to no other. */
import { clientNonceLength } from '../attestation/report-data.ts';
import { integer, utf8 } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import type { UseShape } from '../egress/shapes.ts';
import { aroundChunks, offerMaxBytes } from '../wire/bounds.ts';
import { responseNonceLength } from '../wire/sizes.ts';
import type { UpstreamAnswer, UpstreamCalls } from './upstream-calls.ts';
import { askUpstream } from './upstream-answer.ts';

/** The calls of one session; they end with it. */
export class Upstreams {
  readonly #ended: AbortSignal;
  readonly #calls: readonly UpstreamCalls[];

  constructor(uses: readonly UseShape[], ended: AbortSignal) {
    this.#ended = ended;
    this.#calls = uses.map((use) => ({ use, made: 0, frames: 0 }));
  }

  /** The answer to a message of the session process; undefined for what is not in the protocol. */
  async ask(message: Bytes): Promise<Bytes | undefined> {
    const calls = this.#calls[message[0] ?? 0];
    const body = message.slice(1);
    if (calls === undefined) return undefined;
    if (body.length === 0) return nextFrame(calls);
    if (body.length === 1) return closeStream(calls);
    return body.length === clientNonceLength ? this.#takeOffer(calls, body) : this.#runSession(calls, body);
  }

  async #takeOffer(calls: UpstreamCalls, nonce: Bytes): Promise<Bytes | undefined> {
    calls.made += 1;
    if (calls.made > calls.use.maxCalls) return undefined;
    closeStream(calls);
    const question = utf8(JSON.stringify({ nonce: Buffer.from(nonce).toString('base64url') }));
    const answer = this.#ask(calls.use, 'offers', question, 'application/json');
    const offer = await answer.read(() => Infinity, offerMaxBytes);
    calls.session = /"session":"([0-9a-f]{32})"/.exec(new TextDecoder().decode(offer))?.[1];
    return offer;
  }

  async #runSession(calls: UpstreamCalls, sealed: Bytes): Promise<Bytes | undefined> {
    const { use, session } = calls;
    calls.session = undefined;
    if (session === undefined || !use.sizes.includes(sealed.length)) return undefined;
    const isStream = use.maxChunks > 0;
    const type = isStream ? 'message/ohttp-chunked-req' : 'message/ohttp-req';
    const answer = this.#ask(use, `sessions/${session}`, sealed, type);
    calls.stream = isStream ? answer : undefined;
    calls.frames = 0;
    return answer.read((_, ok) => (isStream && ok ? 0 : Infinity));
  }

  #ask({ url, waitMs }: UseShape, path: string, body: Bytes, type: string): UpstreamAnswer {
    return askUpstream({ url: new URL(path, url), body, type, waitMs, ended: this.#ended });
  }
}

// Who reads it no longer lets go of it.
function closeStream(calls: UpstreamCalls): Bytes | undefined {
  const { stream } = calls;
  stream?.close();
  calls.stream = undefined;
  return stream && integer(1, 1);
}

// As many as were declared, each whole: how the network cuts them tells nothing.
async function nextFrame(calls: UpstreamCalls): Promise<Bytes | undefined> {
  calls.frames += 1;
  if (calls.frames > calls.use.maxChunks + aroundChunks) return undefined;
  return calls.stream?.read(calls.frames === 1 ? () => responseNonceLength : frameLength);
}

// Chunks stand behind their lengths, the final one behind a zero (the draft on chunked OHTTP). A length that is not all
// there yet reads as a smaller one that is not either.
function frameLength(bytes: Bytes): number {
  const [first = 0, ...more] = bytes.subarray(0, 1 << ((bytes[0] ?? 0) >> 6));
  const length = more.reduce((value, byte) => value * 256 + byte, first & 0x3f);
  return length === 0 ? Infinity : (1 << (first >> 6)) + length;
}
