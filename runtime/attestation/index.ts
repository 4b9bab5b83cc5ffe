/** The verifiers, usable alone, in Node and in browsers: no `node:` module is reached from here. */
export { StatelessError } from '../error.ts';
export type { EvidenceKind } from './evidence.ts';
export { nitro } from './nitro/index.ts';
export type { NitroMeasurements, NitroPolicy } from './nitro/index.ts';
export { sevSnp } from './sev-snp/index.ts';
export type { Product, SevSnpPolicy, Tcb } from './sev-snp/index.ts';
export { tdx } from './tdx/index.ts';
export type { TcbStatus, TdxMeasurements, TdxPolicy } from './tdx/index.ts';
export type { Appraisal, Presented, Verifier } from './verifier.ts';
