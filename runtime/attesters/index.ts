/** The attesters, for `serve`: what makes evidence on a machine. */
export type { Attester, Evidence, EvidenceKind, Notary } from '../attestation/evidence.ts';
export { perEpoch } from './per-epoch.ts';
export { perSession } from './per-session.ts';
export { simulatedAttester } from './simulated.ts';
export { tsmAttester } from './tsm.ts';
export type { TsmFiles, TsmOptions } from './tsm.ts';
