/** The trust domain runs what the relying party expects: all of its measurements are those of one reference. */
import type { Check } from '../appraisal.ts';
import { refused } from '../faults.ts';
import type { TdxFacts } from './facts.ts';

const name = 'measurement';

export const measurementCheck: Check<TdxFacts> = {
  name,
  run({ quote: { domain }, policy }) {
    const isExpected = policy.measurements.some(
      ({ mrTd, rtmrs }) => mrTd === domain.mrTd && rtmrs.every((each, index) => each === domain.rtmrs[index]),
    );
    if (!isExpected) throw refused(name);
  },
};
