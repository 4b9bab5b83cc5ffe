/** What the evidence is bound to is what the policy expects: launch, egress manifest, and mechanism. */
import { StatelessError } from '../error.ts';
import { toHex } from '../text-forms.ts';
import { demand } from './appraisal.ts';
import type { OfferFacts } from './offer-facts.ts';
import type { Check } from './verifier.ts';

/** Flags, bundle, runtime and Node of the session process. */
export const launchCheck = demand<OfferFacts>(
  'launch digest',
  ({ offer, policy: { launchDigests } }) => launchDigests?.includes(offer.launchDigest) ?? true,
);

/** Everything that can leave the session in the clear. */
export const egressCheck = demand<OfferFacts>(
  'egress digest',
  ({ binding, policy: { egressDigests } }) => egressDigests?.includes(toHex(binding.egressDigest)) ?? true,
);

/** How the session's key encapsulates. */
export const mechanismCheck: Check<OfferFacts> = {
  name: 'key encapsulation',
  run({ config, policy: { kems = ['x-wing'] } }) {
    if (!kems.includes(config.kem)) throw new StatelessError('ERR_KEM_REFUSED');
  },
};
