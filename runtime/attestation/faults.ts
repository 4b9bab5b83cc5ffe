/** Why evidence is not taken, each with the name of the check that says so, and nothing of the evidence. */
import { StatelessError } from '../error.ts';

/** It is not what its signers made: malformed, altered, of another chain, or bound to something else. */
export function invalid(check: string): StatelessError {
  return new StatelessError('ERR_EVIDENCE_INVALID', check);
}

/** It is genuine, and the policy does not accept it. */
export function refused(check: string): StatelessError {
  return new StatelessError('ERR_EVIDENCE_REFUSED', check);
}

/** An endorsement, or the evidence itself, is not valid at this time. */
export function expired(check: string): StatelessError {
  return new StatelessError('ERR_EVIDENCE_EXPIRED', check);
}

/** An endorsement was revoked. */
export function revoked(check: string): StatelessError {
  return new StatelessError('ERR_EVIDENCE_REVOKED', check);
}
