/** An offer: the single-use key configuration of one waiting session process, with its evidence. */
import { StatelessError } from '../error.ts';
import { as, number, optional, record, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { fromBase64url } from '../text-forms.ts';

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
