/** Nobody looks into the guest: debugging and migration agents are off, and the report is of its most trusted level. */
import type { Check } from '../appraisal.ts';
import { refused } from '../faults.ts';
import type { SevSnpFacts } from './facts.ts';

/** The host may not read the guest's memory. */
export const debugCheck: Check<SevSnpFacts> = {
  name: 'debug off',
  run({ report }) {
    if (report.isDebuggable) throw refused('debug off');
  },
};

/** No migration agent may take the guest's memory elsewhere. */
export const migrationCheck: Check<SevSnpFacts> = {
  name: 'migration off',
  run({ report }) {
    if (report.mayMigrate) throw refused('migration off');
  },
};

/** Less trusted software of the guest can ask for reports too, at a higher VMPL. */
export const levelCheck: Check<SevSnpFacts> = {
  name: 'privilege level',
  run({ report }) {
    if (report.vmpl !== 0) throw refused('privilege level');
  },
};
