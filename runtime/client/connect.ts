/** `connect`: a client that verifies first, seals second, and never sends the same session twice. */
import { offerMaxBytes, readOffer } from '../attestation/offer.ts';
import { clientNonceLength } from '../attestation/report-data.ts';
import { verifyOffer } from '../attestation/verify.ts';
import type { Policy } from '../attestation/policy.ts';
import type { VerifiedEvidence } from '../attestation/verify.ts';
import { utf8 } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import { isSupported } from '../hpke/support.ts';
import { parseJson } from '../shape.ts';
import { toBase64url } from '../text-forms.ts';
import { post, readAll } from './post.ts';
import { runStreamed, runWhole } from './session.ts';
import type { SessionTarget } from './session.ts';

/** What a processor's type says of its client: `connect<typeof summarise>(url, policy)`. */
export interface Types {
  readonly types?: { readonly input: unknown; readonly output: unknown };
}

/** Options of one request. */
export interface RequestOptions {
  readonly signal?: AbortSignal;
  /** Told of the verified evidence, before anything is sealed. What it throws ends the request. */
  readonly onEvidence?: (evidence: VerifiedEvidence) => void;
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
  /**
   * Runs one session whose outputs arrive one by one; to stop early, leave the loop or abort. Of a processor that
   * answers once it gives that one output.
   *
   * @throws StatelessError as `request` does; a stream that is cut is `ERR_OPEN` or `ERR_SESSION_ENDED`
   */
  readonly stream: (
    input: NonNullable<Of['types']>['input'],
    options?: RequestOptions,
  ) => AsyncGenerator<NonNullable<Of['types']>['output'], void, void>;
}

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
      const json = jsonOf(input);
      const target = await openTarget(base, policy, options);
      if (target.evidence.isStream) throw new StatelessError('ERR_STREAMING');
      return runWhole(target, json);
    },
    async *stream(input, options = {}) {
      const json = jsonOf(input);
      const target = await openTarget(base, policy, options);
      if (target.evidence.isStream) yield* runStreamed(target, json);
      else yield await runWhole(target, json);
    },
  };
}

// A broker may be reached under a path of a larger server.
function folderOf(url: string | URL): URL {
  const base = new URL(url);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return base;
}

async function openTarget(base: URL, policy: Policy, options: RequestOptions): Promise<SessionTarget> {
  const { signal, onEvidence } = options;
  const supported = await Promise.all((policy.kems ?? ['x-wing']).map(isSupported));
  if (!supported.includes(true)) throw new StatelessError('ERR_KEM_UNSUPPORTED');
  const evidence = await verifiedOffer(base, policy, signal);
  if (!(await isSupported(evidence.keyConfig.kem))) throw new StatelessError('ERR_KEM_UNSUPPORTED');
  onEvidence?.(evidence);
  return { base, signal, evidence };
}

async function verifiedOffer(
  base: URL,
  policy: Policy,
  signal: AbortSignal | undefined,
): Promise<VerifiedEvidence> {
  const nonce = crypto.getRandomValues(new Uint8Array(clientNonceLength));
  const question = utf8(JSON.stringify({ nonce: toBase64url(nonce) }));
  const address = new URL('offers', base);
  const answer = await readAll(
    await post(address, question, { signal, type: 'application/json' }),
    offerMaxBytes,
  );
  const fault = (): StatelessError => new StatelessError('ERR_BROKER_ANSWER');
  return verifyOffer(readOffer(parseJson(new TextDecoder().decode(answer), fault)), nonce, policy);
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
