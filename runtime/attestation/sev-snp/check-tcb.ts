/**
 * The platform is patched: its levels are those that AMD put into the certificate, and the report must agree with
 * them. A level that only the report states, such as its current TCB, is what the platform says of itself.
 */
import type { Check } from '../verifier.ts';
import { invalid, refused } from '../faults.ts';
import type { SevSnpFacts } from './parts.ts';
import { levelsOf } from './tcb.ts';

const name = 'platform TCB';

export const tcbCheck: Check<SevSnpFacts> = {
  name,
  run({ report, chain: [key], product, policy }) {
    const minimum = policy.minimumTcb[product];
    const levels = levelsOf(product, report.reportedTcb, key, () => invalid(name));
    for (const { part, reported, endorsed } of levels) {
      if (endorsed !== reported) throw invalid(name);
      if (!(endorsed >= (minimum?.[part] ?? NaN))) throw refused(name);
    }
  },
};
