/** `connect`: a client that verifies first, seals second, and never sends the same session twice. */
import { offerMaxBytes, readOffer } from '../attestation/offer.ts';
import { clientNonceLength } from '../attestation/report-data.ts';
import { verifyOffer } from '../attestation/verify.ts';
import type { Policy, VerifiedEvidence } from '../attestation/verify.ts';
import { utf8, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import type { AeadName } from '../hpke/index.ts';
import { parseJson } from '../shape.ts';
import { toBase64url } from '../text-forms.ts';
import { readReply } from '../wire/read-reply.ts';
import { openResponse, sealRequest } from '../wire/sender.ts';
import { writeInput } from '../wire/write-input.ts';
import { post } from './post.ts';

/** What a processor's type says of its client: `connect<typeof summarise>(url, policy)`. */
export interface Types {
  readonly types?: { readonly input: unknown; readonly output: unknown };
}

/** Options of one request. */
export interface RequestOptions {
  readonly signal?: AbortSignal;
}

/** A client of one broker, typed by its processor. */
export interface Client<Of extends Types> {
  /**
   * Runs one session.
   *
   * @param input what the processor's input schema takes
   * @throws StatelessError with one code: of the evidence before anything is sealed, of the broker, or of the session
   */
  readonly request: (
    input: NonNullable<Of['types']>['input'],
    options?: RequestOptions,
  ) => Promise<NonNullable<Of['types']>['output']>;
}

const responseMaxBytes = 17 * 1024 * 1024;

/**
 * A client for a broker.
 *
 * @param url the broker's address
 * @param policy what the client insists on; simulated evidence is refused unless `evidence` names `sim`
 *
 * @example
 * const client = connect<typeof summarise>('http://127.0.0.1:8080', { evidence: ['sim'] });
 * const { summary } = await client.request({ messages });
 */
export function connect<Of extends Types = Types>(url: string | URL, policy: Policy): Client<Of> {
  const base = folderOf(url);
  return {
    async request(input, options = {}) {
      const { signal } = options;
      const plaintext = writeInput(jsonOf(input), 'known');
      const verified = await verifiedOffer(base, policy, signal);
      return runSession(base, verified, plaintext, signal);
    },
  };
}

// A broker may be reached under a path of a larger server.
function folderOf(url: string | URL): URL {
  const base = new URL(url);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return base;
}

async function verifiedOffer(
  base: URL,
  policy: Policy,
  signal: AbortSignal | undefined,
): Promise<VerifiedEvidence> {
  const nonce = crypto.getRandomValues(new Uint8Array(clientNonceLength));
  const question = utf8(JSON.stringify({ nonce: toBase64url(nonce) }));
  const answer = await post(new URL('offers', base), question, {
    signal,
    maxBytes: offerMaxBytes,
    type: 'application/json',
  });
  const fault = (): StatelessError => new StatelessError('ERR_BROKER_ANSWER');
  return verifyOffer(readOffer(parseJson(new TextDecoder().decode(answer), fault)), nonce, policy);
}

async function runSession(
  base: URL,
  evidence: VerifiedEvidence,
  plaintext: Bytes,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const config = evidence.keyConfig;
  const { sealed, exchange } = await sealRequest(config, preferredAead(config.aeads), plaintext);
  wipe(plaintext);
  const address = new URL(`sessions/${evidence.session}`, base);
  const answer = await post(address, sealed, {
    signal,
    maxBytes: responseMaxBytes,
    type: 'message/ohttp-req',
  });
  const padded = await openResponse(exchange, answer);
  exchange.context.wipe();
  return readReply(padded);
}

function jsonOf(input: unknown): string {
  const text = stringify(input);
  if (typeof text !== 'string') throw new TypeError('the input must be a JSON value');
  return text;
}

// JSON.stringify gives undefined for what is no JSON value, and quotes property names in what it throws.
function stringify(input: unknown): unknown {
  try {
    return JSON.stringify(input);
  } catch {
    return undefined;
  }
}

function preferredAead(offered: readonly AeadName[]): AeadName {
  return offered.includes('aes-256-gcm') ? 'aes-256-gcm' : 'chacha20-poly1305';
}
