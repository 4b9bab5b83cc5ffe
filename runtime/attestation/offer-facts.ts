/** What the checks of an offer look at, once its evidence is verified. Types only. */
import type { Bytes } from '../bytes.ts';
import type { KeyConfig } from '../wire/key-config.ts';
import type { ReceivedOffer } from './offer.ts';
import type { Policy } from './policy.ts';
import type { Binding } from './binding.ts';

/** Everything that one decision about an offer is about. */
export interface OfferFacts {
  readonly offer: ReceivedOffer;
  readonly policy: Policy;
  readonly at: number;
  /** What the attester says it was asked to sign. */
  readonly stated: Bytes;
  readonly binding: Binding;
  readonly config: KeyConfig;
}
