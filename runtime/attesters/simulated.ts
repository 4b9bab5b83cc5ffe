/** The simulated attester: it states the report data, and nobody vouches for it. */
import type { Attester } from '../attestation/evidence.ts';

/** For development; clients refuse its evidence unless their policy names `sim`. */
export const simulatedAttester: Attester = (reportData) =>
  Promise.resolve({ kind: 'sim', statement: reportData, endorsements: new Uint8Array(0) });
