/** Nobody looks into the enclave: one in debug mode has zeros in place of its measurements. */
import type { Check } from '../appraisal.ts';
import { refused } from '../faults.ts';
import type { NitroFacts } from './facts.ts';

const name = 'debug off';

export const debugCheck: Check<NitroFacts> = {
  name,
  run({ document: { pcrs } }) {
    if ([0, 1, 2].some((index) => /^0*$/.test(pcrs.get(index) ?? ''))) throw refused(name);
  },
};
