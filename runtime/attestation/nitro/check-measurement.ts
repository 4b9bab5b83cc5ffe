/** The enclave runs what the relying party expects: image, kernel and application are those of one reference. */
import type { Check } from '../appraisal.ts';
import { refused } from '../faults.ts';
import type { NitroFacts } from './facts.ts';

const name = 'measurement';

export const measurementCheck: Check<NitroFacts> = {
  name,
  run({ document: { pcrs }, policy }) {
    const isExpected = policy.measurements.some(
      ({ pcr0, pcr1, pcr2 }) => pcr0 === pcrs.get(0) && pcr1 === pcrs.get(1) && pcr2 === pcrs.get(2),
    );
    if (!isExpected) throw refused(name);
  },
};
