/** An offer: the single-use key configuration of one waiting session process, with its evidence. */
import { StatelessError } from '../error.ts';
import { as, number, optional, record, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { fromBase64url } from '../text-forms.ts';

/** An offer as the broker sends it. Digests are hexadecimal, byte strings base64url. */
export interface Offer {
  /** The name under which the one request to this offer is posted. */
  readonly session: string;
  readonly keyConfig: string;
  readonly evidence: { readonly kind: string; readonly statement: string; readonly endorsements: string };
  /** Where evidence is made for an epoch: the node key and its time, and its signature for this session. */
  readonly epoch?: {
    readonly publicKey: string;
    readonly notBefore: number;
    readonly notAfter: number;
    readonly signature: string;
  };
  /** The egress manifest, as the exact text whose digest is in the evidence. */
  readonly egress: string;
  readonly launchDigest: string;
  readonly expiresInMs: number;
}

const bytes = as(text(), fromBase64url);
const time = as(number, (value) => (Number.isSafeInteger(value) && value >= 0 ? value : undefined));
const evidence = record({ kind: text(/^[a-z][a-z0-9-]*$/), statement: bytes, endorsements: bytes });
const epoch = record({ publicKey: bytes, notBefore: time, notAfter: time, signature: bytes });
const offer = record({
  session: text(/^[0-9a-f]{32}$/),
  keyConfig: bytes,
  evidence,
  epoch: optional(epoch),
  egress: text(),
  launchDigest: text(/^[0-9a-f]{64}$/),
});

/** An offer after its shape was checked, and nothing else. */
export type ReceivedOffer = Shape<typeof offer>;

/**
 * Checks the shape of what a broker sent.
 *
 * @throws StatelessError `ERR_BROKER_ANSWER`.
 */
export function readOffer(value: unknown): ReceivedOffer {
  return offer(value, () => new StatelessError('ERR_BROKER_ANSWER'));
}
