/** What the evidence is bound to is what the policy expects: launch, egress manifest, and mechanism. */
import { StatelessError } from '../error.ts';
import { toHex } from '../text-forms.ts';
import type { Check } from './appraisal.ts';
import { refused } from './faults.ts';
import type { OfferFacts } from './offer-facts.ts';

/** Flags, bundle, runtime and Node of the session process. */
export const launchCheck: Check<OfferFacts> = {
  name: 'launch digest',
  run({ offer, policy: { launchDigests } }) {
    if (launchDigests && !launchDigests.includes(offer.launchDigest)) throw refused('launch digest');
  },
};

/** Everything that can leave the session in the clear. */
export const egressCheck: Check<OfferFacts> = {
  name: 'egress digest',
  run({ binding, policy: { egressDigests } }) {
    if (egressDigests && !egressDigests.includes(toHex(binding.egressDigest))) throw refused('egress digest');
  },
};

/** How the session's key encapsulates. */
export const mechanismCheck: Check<OfferFacts> = {
  name: 'key encapsulation',
  run({ config, policy: { kems = ['x-wing'] } }) {
    if (!kems.includes(config.kem)) throw new StatelessError('ERR_KEM_REFUSED');
  },
};
