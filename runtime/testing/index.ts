/** `stateless-runtime/testing`: what a team's own tests ask of a processor. Linux, for all that looks at memory. */
export { attackChannels, attackUnguarded } from './attack-channels.ts';
export type { AttackResult } from './attack-channels.ts';
export { measureEpoch } from './epoch-residue.ts';
export type { EpochResidue } from './epoch-residue.ts';
export { expectNoResidue, measureResidue, uniqueText } from './residue.ts';
export type { Residue, ResidueOptions } from './residue.ts';
export { runSession } from './run-session.ts';
export type { SessionResult } from './run-session.ts';
