/** The relying party's side: an offer becomes verified evidence, the only thing a client can seal to. */
import { utf8 } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import { anything, list, number, optional, parseJson, record } from '../shape.ts';
import { fromHex } from '../text-forms.ts';
import type { KeyConfig } from '../wire/key-config.ts';
import { readKeyConfig } from '../wire/read-key-config.ts';
import { runChecks } from './appraisal.ts';
import type { Appraisal, Check, Verifier } from './verifier.ts';
import { checkPolicy, digest, span } from './check-policy.ts';
import { bindingCheck } from './check-binding.ts';
import { egressCheck, launchCheck, mechanismCheck } from './check-offer.ts';
import { refused } from './faults.ts';
import type { OfferFacts } from './offer-facts.ts';
import type { ReceivedOffer } from './offer.ts';
import type { Policy } from './policy.ts';
import { sha256 } from './report-data.ts';

/** Proof that `verifyOffer` ran: its constructor is not exported, and sealing takes nothing else. */
export type { VerifiedEvidence };

class VerifiedEvidence {
  readonly #config: KeyConfig;
  readonly session: string;
  /** The kind of the evidence. */
  readonly kind: string;
  /** The names of the checks that passed, in order. */
  readonly checks: readonly string[];
  /** The egress manifest: all that can leave the session in the clear, as JSON. */
  readonly egress: string;
  readonly launchDigest: string;
  /** Whether the processor answers with a stream, as its egress manifest says. */
  readonly isStream: boolean;
  /** Bytes of the largest response, or of the largest chunk of a stream, before it is sealed. */
  readonly largestResponse: number;

  constructor({ offer, config }: OfferFacts, checks: readonly string[]) {
    this.#config = config;
    this.session = offer.session;
    this.kind = offer.evidence.kind;
    this.checks = checks;
    this.egress = offer.egress;
    this.launchDigest = offer.launchDigest;
    const { maxChunks, sizeClasses } = manifest(parseJson(offer.egress, malformed), malformed);
    this.isStream = maxChunks > 0;
    this.largestResponse = Math.max(0, ...sizeClasses);
  }

  /** The key that the evidence is bound to. */
  get keyConfig(): KeyConfig {
    return this.#config;
  }
}

/** What a client reads of an egress manifest. */
const manifest = record({ maxChunks: number, sizeClasses: list(number) });

/** The checks after those of the evidence itself; together they say that plaintext goes where the policy says. */
const checks: readonly Check<OfferFacts>[] = [bindingCheck, launchCheck, egressCheck, mechanismCheck];

const digests = optional(list(digest(32)));
const members = {
  evidence: list(anything),
  launchDigests: digests,
  egressDigests: digests,
  kems: optional(list(anything)),
  maxEpochMs: optional(span),
  now: anything,
};

/** Simulated evidence is what it states. */
const simulated: Verifier = {
  kind: 'sim',
  verify: ({ statement }) => Promise.resolve({ reportData: statement, passed: [] }),
};

/**
 * Verifies an offer against a policy before anything is encapsulated.
 *
 * @throws StatelessError `ERR_EVIDENCE_REFUSED`, `_INVALID`, `_EXPIRED` or `_REVOKED` with the name of the check,
 *   `ERR_KEM_REFUSED`, `ERR_POLICY` with the name of a member, or `ERR_BROKER_ANSWER`.
 */
export async function verifyOffer(
  offer: ReceivedOffer,
  nonce: Bytes,
  policy: Policy,
): Promise<VerifiedEvidence> {
  checkPolicy(policy, members);
  const at = (policy.now ?? Date.now)();
  const config = readKeyConfig(offer.keyConfig);
  const { reportData: stated, passed } = await appraise(offer, policy, at);
  const binding = {
    nonce,
    keyConfig: offer.keyConfig,
    egressDigest: await sha256(utf8(offer.egress)),
    launchDigest: fromHex(offer.launchDigest),
  };
  const facts = { offer, policy, at, stated, binding, config };
  return new VerifiedEvidence(facts, ['evidence kind', ...passed, ...(await runChecks(checks, facts))]);
}

// With several verifiers of the kind, one that accepts is enough; otherwise the first says why not.
async function appraise(
  { evidence: presented }: ReceivedOffer,
  { evidence }: Policy,
  at: number,
): Promise<Appraisal> {
  const accepted = evidence.map((each) => (each === 'sim' ? simulated : each));
  const verifiers = accepted.filter(({ kind }) => kind === presented.kind);
  let first: unknown;
  for (const verifier of verifiers)
    try {
      return await verifier.verify(presented, at);
    } catch (thrown) {
      first ??= thrown;
    }
  throw first instanceof Error ? first : refused('evidence kind');
}

function malformed(): StatelessError {
  return new StatelessError('ERR_BROKER_ANSWER');
}
