/**
 * The platform is patched: its levels are those that AMD put into the certificate, and the report must agree with
 * them. A level that only the report states, such as its current TCB, is what the platform says of itself.
 */
import type { Check } from '../appraisal.ts';
import { invalid, refused } from '../faults.ts';
import type { SevSnpFacts } from './facts.ts';
import { endorsedPart, reportedParts } from './tcb.ts';

const name = 'platform TCB';

export const tcbCheck: Check<SevSnpFacts> = {
  name,
  run({ report, key, product, policy }) {
    const minimum = policy.minimumTcb[product];
    for (const [part, reported] of reportedParts(product, report.reportedTcb)) {
      const endorsed = endorsedPart(key, part, () => invalid(name));
      if (endorsed !== reported) throw invalid(name);
      if (minimum === undefined || endorsed < (minimum[part] ?? 0)) throw refused(name);
    }
  },
};
