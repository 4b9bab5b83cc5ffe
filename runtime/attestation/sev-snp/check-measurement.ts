/** The guest runs what the relying party expects: its launch measurement is one of the reference values. */
import type { Check } from '../appraisal.ts';
import { refused } from '../faults.ts';
import type { SevSnpFacts } from './facts.ts';

const name = 'measurement';

export const measurementCheck: Check<SevSnpFacts> = {
  name,
  run({ report, policy }) {
    if (!policy.measurements.includes(report.measurement)) throw refused(name);
  },
};
