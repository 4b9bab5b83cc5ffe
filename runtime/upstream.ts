/** `upstream`: another attested processor that a handler may call, declared with its address and the policy for it. */
import type { Policy } from './attestation/policy.ts';
import type { Types } from './definition.ts';
import { tagLength } from './hpke/suites.ts';
import { checkRange, checkSizes } from './limits.ts';
import { Upstream } from './upstream-parts.ts';
import { requestChunk } from './wire/bounds.ts';
import { requestSize } from './wire/sizes.ts';

/** What the calls of one session may take and show. */
export interface UpstreamLimits {
  /** Calls a session at most. Default 1. */
  readonly maxCalls: number;
  /** The sizes in bytes to which what is sent is padded, ascending. Default 1, 4, 16 and 64 KiB. */
  readonly padInput: readonly number[];
  /** Chunks at most of an upstream that answers with a stream; 0, the default, for one that answers once. */
  readonly maxChunks: number;
  /** Milliseconds that the upstream has for an offer, again for its answer, and for each chunk. Default 5,000. */
  readonly waitMs: number;
}

const defaults: UpstreamLimits = {
  maxCalls: 1,
  padInput: [1024, 4096, 16_384, 65_536],
  maxChunks: 0,
  waitMs: 5_000,
};

/**
 * Declares an upstream for `uses` of a processor; its handler calls it as `session.use.NAME(input)`. The session process
 * verifies the upstream's evidence and seals to its one-time key; the broker passes ciphertext on to this address and to
 * no other. Each call shows one of the declared sizes, which counts in the leak budget.
 *
 * @param url the address of its broker, `https:` or `http:`
 * @param policy what the session process insists on before it seals anything
 * @param limits number of calls, sizes, time
 * @throws TypeError naming the part at fault
 *
 * @example
 * uses: { model: upstream<typeof model>('https://model.example', { evidence: [sevSnp(reference)] }) },
 */
export function upstream<Of extends Types>(
  url: string,
  policy: Policy,
  limits: Partial<UpstreamLimits> = {},
): Upstream<NonNullable<Of['types']>['input'], NonNullable<Of['types']>['output']> {
  const { maxCalls, padInput, maxChunks, waitMs } = { ...defaults, ...limits };
  checkRange('maxCalls', maxCalls);
  checkRange('waitMs', waitMs);
  if (maxChunks !== 0) checkRange('maxChunks', maxChunks);
  checkSizes('padInput', padInput);
  const { kems = ['x-wing'] } = policy;
  const sizes = kems.flatMap((kem) =>
    padInput.map((size) => requestSize(kem, size) + (maxChunks === 0 ? 0 : aroundPieces(size))),
  );
  const shape = { url: folderOf(url), policy: policyText(policy), maxCalls, sizes, maxChunks, waitMs };
  return new Upstream({ shape, target: { policy, padInput: [...padInput], maxChunks } });
}

// A piece stands behind its length in 4 bytes and ends with a tag of its own; before the final one stands a zero.
function aroundPieces(size: number): number {
  return 1 + (Math.ceil(size / requestChunk) - 1) * (4 + tagLength);
}

function folderOf(url: string): string {
  const { protocol, username, password, search, hash, origin, pathname } = new URL(url);
  if (!['https:', 'http:'].includes(protocol) || username + password + search + hash !== '')
    throw new TypeError('an upstream has an http(s) address without credentials, query and fragment');
  return `${origin}${pathname.endsWith('/') ? pathname : `${pathname}/`}`;
}

// Reference values of verifiers are in the bundle, whose digest is in the launch digest; what can be said of them is here.
function policyText({ evidence, kems, launchDigests, egressDigests, maxEpochMs }: Policy): string {
  const kinds = evidence.map((each) => (each === 'sim' ? each : each.kind));
  return JSON.stringify({ evidence: kinds, kems, launchDigests, egressDigests, maxEpochMs });
}
