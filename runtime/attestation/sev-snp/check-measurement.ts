/** The guest runs what the relying party expects: its launch measurement is one of the reference values. */
import { demand } from '../appraisal.ts';
import type { SevSnpFacts } from './parts.ts';

export const measurementCheck = demand<SevSnpFacts>('measurement', ({ report, policy }) =>
  policy.measurements.includes(report.measurement),
);
