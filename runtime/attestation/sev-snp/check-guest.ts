/** Nobody looks into the guest: debugging and migration agents are off, and the report is of its most trusted level. */
import { demand } from '../appraisal.ts';
import type { SevSnpFacts } from './parts.ts';

/** The host may not read the guest's memory. */
export const debugCheck = demand<SevSnpFacts>('debug off', ({ report }) => !report.isDebuggable);

/** No migration agent may take the guest's memory elsewhere. */
export const migrationCheck = demand<SevSnpFacts>('migration off', ({ report }) => !report.mayMigrate);

/** Less trusted software of the guest can ask for reports too, at a higher VMPL. */
export const levelCheck = demand<SevSnpFacts>('privilege level', ({ report }) => report.vmpl === 0);
