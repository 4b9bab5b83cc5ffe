/** The relying party's side: an offer becomes verified evidence, the only thing a client can seal to. */
import { isEqual, utf8 } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import type { KemName } from '../hpke/suites.ts';
import { fromHex, toHex } from '../text-forms.ts';
import { parseJson, readShapes } from '../shape.ts';
import type { KeyConfig } from '../wire/key-config.ts';
import { readKeyConfig } from '../wire/read-key-config.ts';
import type { EvidenceKind } from './evidence.ts';
import type { ReceivedOffer } from './offer.ts';
import { reportData, sha256 } from './report-data.ts';

/** What a client insists on. Each absent set of digests means that every digest will do. */
export interface Policy {
  /** The kinds of evidence to accept. `sim` is accepted only when it is named here. */
  readonly evidence: readonly EvidenceKind[];
  /** The launch digests to accept, hexadecimal. */
  readonly launchDigests?: readonly string[];
  /** The digests of egress manifests to accept, hexadecimal. */
  readonly egressDigests?: readonly string[];
  /** The key encapsulation mechanisms to accept; X-Wing alone unless this says otherwise. */
  readonly kems?: readonly KemName[];
}

/** Proof that `verifyOffer` ran: its constructor is not exported, and sealing takes nothing else. */
export type { VerifiedEvidence };

class VerifiedEvidence {
  readonly #config: KeyConfig;
  readonly session: string;
  /** Whether the processor answers with a stream, as its egress manifest says. */
  readonly isStream: boolean;

  constructor(session: string, config: KeyConfig, isStream: boolean) {
    this.session = session;
    this.#config = config;
    this.isStream = isStream;
  }

  /** The key that the evidence is bound to. */
  get keyConfig(): KeyConfig {
    return this.#config;
  }
}

/** The checks, in order; together they are the argument that plaintext goes where the policy says. */
const checks: readonly ((facts: Facts) => void)[] = [
  kindIsAccepted,
  bindingHolds,
  launchIsAccepted,
  egressIsAccepted,
  kemIsAccepted,
];

interface Facts {
  readonly offer: ReceivedOffer;
  readonly policy: Policy;
  readonly expected: Bytes;
  readonly egressDigest: string;
  readonly config: KeyConfig;
}

/**
 * Verifies an offer against a policy before anything is encapsulated.
 *
 * @throws StatelessError `ERR_EVIDENCE_REFUSED`, `ERR_EVIDENCE_INVALID`, `ERR_KEM_REFUSED` or `ERR_BROKER_ANSWER`.
 */
export async function verifyOffer(
  offer: ReceivedOffer,
  nonce: Bytes,
  policy: Policy,
): Promise<VerifiedEvidence> {
  const egressDigest = await sha256(utf8(offer.egress));
  const binding = {
    nonce,
    keyConfig: offer.keyConfig,
    egressDigest,
    launchDigest: fromHex(offer.launchDigest),
  };
  const facts: Facts = {
    offer,
    policy,
    expected: await reportData(binding),
    egressDigest: toHex(egressDigest),
    config: readKeyConfig(offer.keyConfig),
  };
  for (const check of checks) check(facts);
  return new VerifiedEvidence(offer.session, facts.config, declaresStream(offer.egress));
}

function declaresStream(manifest: string): boolean {
  const fault = (): StatelessError => new StatelessError('ERR_BROKER_ANSWER');
  const { member, number } = readShapes(fault);
  return number(member(parseJson(manifest, fault), 'maxChunks')) > 0;
}

function kindIsAccepted({ offer, policy }: Facts): void {
  const accepted: readonly string[] = policy.evidence;
  if (!accepted.includes(offer.evidenceKind)) throw new StatelessError('ERR_EVIDENCE_REFUSED', 'kind');
}

// Key binding and freshness in one: the report data commits to the nonce that this client just made.
function bindingHolds({ offer, expected }: Facts): void {
  if (!isEqual(offer.reportData, expected)) throw new StatelessError('ERR_EVIDENCE_INVALID');
}

function launchIsAccepted({ offer, policy }: Facts): void {
  if (policy.launchDigests && !policy.launchDigests.includes(offer.launchDigest))
    throw new StatelessError('ERR_EVIDENCE_REFUSED', 'launch digest');
}

function egressIsAccepted({ egressDigest, policy }: Facts): void {
  if (policy.egressDigests && !policy.egressDigests.includes(egressDigest))
    throw new StatelessError('ERR_EVIDENCE_REFUSED', 'egress digest');
}

function kemIsAccepted({ config, policy }: Facts): void {
  if (!(policy.kems ?? ['x-wing']).includes(config.kem)) throw new StatelessError('ERR_KEM_REFUSED');
}
