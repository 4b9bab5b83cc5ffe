/** An offer: the single-use key configuration of one waiting session process, with its evidence. */
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import { readShapes } from '../shape.ts';
import type { Evidence } from './evidence.ts';
import { fromBase64url } from '../text-forms.ts';

/** An offer as the broker sends it. Digests are hexadecimal, byte strings base64url. */
export interface Offer {
  /** The name under which the one request to this offer is posted. */
  readonly session: string;
  readonly keyConfig: string;
  readonly evidence: Evidence;
  /** The egress manifest, as the exact text whose digest is in the evidence. */
  readonly egress: string;
  readonly launchDigest: string;
  readonly expiresInMs: number;
}

/** An offer after its shape was checked, and nothing else. */
export interface ReceivedOffer {
  readonly session: string;
  readonly keyConfig: Bytes;
  readonly evidenceKind: string;
  readonly reportData: Bytes;
  readonly egress: string;
  readonly launchDigest: string;
}

/** No key, nonce or digest is longer than this; an egress manifest is not either. */
export const offerMaxBytes = 256 * 1024;

/**
 * Checks the shape of what a broker sent.
 *
 * @throws StatelessError `ERR_BROKER_ANSWER`.
 */
export function readOffer(value: unknown): ReceivedOffer {
  const { member, text } = readShapes(fault);
  const evidence = member(value, 'evidence');
  return {
    session: text(member(value, 'session'), /^[0-9a-f]{32}$/),
    keyConfig: bytes(text(member(value, 'keyConfig'))),
    evidenceKind: text(member(evidence, 'kind'), /^[a-z][a-z0-9-]*$/),
    reportData: bytes(text(member(evidence, 'reportData'))),
    egress: text(member(value, 'egress')),
    launchDigest: text(member(value, 'launchDigest'), /^[0-9a-f]{64}$/),
  };
}

function bytes(encoded: string): Bytes {
  const decoded = fromBase64url(encoded);
  if (decoded === undefined) throw fault();
  return decoded;
}

function fault(): StatelessError {
  return new StatelessError('ERR_BROKER_ANSWER');
}
