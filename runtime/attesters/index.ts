/** The attesters, for `serve`: what makes evidence on a machine. */
export type { Attester, Evidence, EvidenceKind } from '../attestation/evidence.ts';
export { simulatedAttester } from './simulated.ts';
export { tsmAttester } from './tsm.ts';
export type { TsmFiles, TsmOptions } from './tsm.ts';
