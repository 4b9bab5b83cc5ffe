/**
 * The platform is patched: its levels are those that AMD put into the certificate, and the report must agree with
 * them. A level that only the report states, such as its current TCB, is what the platform says of itself.
 */
import type { Check } from '../appraisal.ts';
import { invalid, refused } from '../faults.ts';
import type { SevSnpFacts } from './facts.ts';
import { endorsedPart, partsOf, reportedPart } from './tcb.ts';

const name = 'platform TCB';

export const tcbCheck: Check<SevSnpFacts> = {
  name,
  run({ report, key, product, policy }) {
    const fault = (): Error => invalid(name);
    const minimum = policy.minimumTcb[product];
    for (const part of partsOf(product)) {
      const endorsed = endorsedPart(key, part, fault);
      if (endorsed !== reportedPart(product, report.reportedTcb, part)) throw fault();
      if (minimum === undefined || endorsed < (minimum[part] ?? 0)) throw refused(name);
    }
  },
};
