/** The enclave runs what the relying party expects: image, kernel and application are those of one reference. */
import { demand } from '../appraisal.ts';
import type { NitroFacts } from './parts.ts';

export const measurementCheck = demand<NitroFacts>('measurement', ({ document: { pcrs }, policy }) =>
  policy.measurements.some(({ pcr0, pcr1, pcr2 }) =>
    [pcr0, pcr1, pcr2].every((expected, index) => expected === pcrs[index]),
  ),
);
