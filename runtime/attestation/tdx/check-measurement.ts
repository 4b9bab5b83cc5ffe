/** The trust domain runs what the relying party expects: all of its measurements are those of one reference. */
import { demand } from '../appraisal.ts';
import type { TdxFacts } from './parts.ts';

export const measurementCheck = demand<TdxFacts>('measurement', ({ quote: { domain }, policy }) =>
  policy.measurements.some(
    ({ mrTd, rtmrs }) => mrTd === domain.mrTd && domain.rtmrs.every((each, index) => each === rtmrs[index]),
  ),
);
