/** The public face for clients, in Node and in browsers: no `node:` module is reached from here. */
export { connect } from './connect.ts';
export type { Client, RequestOptions } from './client.ts';
export type { Types } from '../definition.ts';
export { StatelessError } from '../error.ts';
export type { ErrorCode } from '../error.ts';
export type { Verifier } from '../attestation/verifier.ts';
export type { EvidenceKind } from '../attestation/evidence.ts';
export type { Policy } from '../attestation/policy.ts';
export type { VerifiedEvidence } from '../attestation/verify.ts';
