/** Why evidence is not taken, each with the name of the check that says so, and nothing of the evidence. */
import { StatelessError } from '../error.ts';
import type { ErrorCode } from '../error.ts';

const faultOf =
  (code: ErrorCode) =>
  (check: string): StatelessError =>
    new StatelessError(code, check);

/** It is not what its signers made: malformed, altered, of another chain, or bound to something else. */
export const invalid = faultOf('ERR_EVIDENCE_INVALID');

/** It is genuine, and the policy does not accept it. */
export const refused = faultOf('ERR_EVIDENCE_REFUSED');

/** An endorsement, or the evidence itself, is not valid at this time. */
export const expired = faultOf('ERR_EVIDENCE_EXPIRED');

/** An endorsement was revoked. */
export const revoked = faultOf('ERR_EVIDENCE_REVOKED');
