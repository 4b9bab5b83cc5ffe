/** Calls of declared upstreams: a nonce, then ciphertext of a declared size, to a declared address and to no other. */
import { clientNonceLength } from '../attestation/report-data.ts';
import { concat, integer, utf8 } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import type { UseShape } from '../egress/shapes.ts';
import { offerMaxBytes, sealedMaxBytes } from '../wire/bounds.ts';

/** The calls of one session; they end with it. */
export class Upstreams {
  readonly #uses: readonly UseShape[];
  readonly #ended: AbortSignal;
  readonly #calls = new Map<UseShape, number>();
  readonly #offers = new Map<UseShape, string>();

  constructor(uses: readonly UseShape[], ended: AbortSignal) {
    this.#uses = uses;
    this.#ended = ended;
  }

  /** The answer to a message of the session process; undefined for what is not in the protocol. */
  async ask(message: Bytes): Promise<Bytes | undefined> {
    const [place = 0] = message;
    const use = this.#uses[place];
    const body = message.slice(1);
    if (use === undefined) return undefined;
    return body.length === clientNonceLength ? this.#takeOffer(use, body) : this.#runSession(use, body);
  }

  async #takeOffer(use: UseShape, nonce: Bytes): Promise<Bytes | undefined> {
    const calls = (this.#calls.get(use) ?? 0) + 1;
    if (calls > use.maxCalls) return undefined;
    this.#calls.set(use, calls);
    const question = utf8(JSON.stringify({ nonce: Buffer.from(nonce).toString('base64url') }));
    const answer = await this.#post(use, 'offers', question, 'application/json', offerMaxBytes);
    const session = /"session":"([0-9a-f]{32})"/.exec(new TextDecoder().decode(answer))?.[1];
    if (session !== undefined) this.#offers.set(use, session);
    return answer;
  }

  async #runSession(use: UseShape, sealed: Bytes): Promise<Bytes | undefined> {
    const session = this.#offers.get(use);
    this.#offers.delete(use);
    if (session === undefined || !use.sizes.includes(sealed.length)) return undefined;
    return this.#post(use, `sessions/${session}`, sealed, 'message/ohttp-req', sealedMaxBytes);
  }

  async #post(use: UseShape, path: string, body: Bytes, type: string, cap: number): Promise<Bytes> {
    const late = AbortSignal.timeout(use.waitMs);
    try {
      const response = await fetch(new URL(path, use.url), {
        method: 'POST',
        body,
        headers: { 'content-type': type },
        redirect: 'error',
        signal: AbortSignal.any([this.#ended, late]),
      });
      const answer = await readCapped(response, cap);
      return answer ? concat(integer(response.ok ? 1 : 0, 1), answer) : failed('ERR_BROKER_ANSWER');
    } catch {
      return failed(late.aborted ? 'ERR_DEADLINE' : 'ERR_UNREACHABLE');
    }
  }
}

async function readCapped({ body }: Response, cap: number): Promise<Bytes | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    const piece: unknown = chunk;
    length += piece instanceof Uint8Array ? piece.length : cap;
    if (length > cap || !(piece instanceof Uint8Array)) return undefined;
    chunks.push(piece);
  }
  return concat(...chunks);
}

function failed(code: string): Bytes {
  return concat(integer(0, 1), utf8(JSON.stringify({ error: { code } })));
}
