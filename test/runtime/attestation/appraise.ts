/** Whole verifiers under the roots of a test: the same readers and the same lists of checks as the public ones. */
import { verifier } from '../../../runtime/attestation/appraisal.ts';
import { nitroChecks, readFacts as readNitro } from '../../../runtime/attestation/nitro/index.ts';
import { readFacts as readSevSnp } from '../../../runtime/attestation/sev-snp/facts.ts';
import { sevSnpChecks } from '../../../runtime/attestation/sev-snp/index.ts';
import { readFacts as readTdx } from '../../../runtime/attestation/tdx/facts.ts';
import { tdxChecks } from '../../../runtime/attestation/tdx/index.ts';
import type { Verifier } from '../../../runtime/attestation/verifier.ts';
import { nitroPolicy } from './nitro-evidence.ts';
import { sevSnpPolicy } from './sev-snp-evidence.ts';
import { tdxPolicy } from './tdx-evidence.ts';

type Roots = readonly string[];

/** Of SEV-SNP, with the revocation list that the relying party fetched, if it did, and the SNP level that it asks for. */
export function sevSnpUnder(roots: Roots, revocationList?: Uint8Array, snp = 3): Verifier {
  const minimumTcb = { milan: { ...sevSnpPolicy.minimumTcb.milan, snp } };
  const policy = { ...sevSnpPolicy, minimumTcb, ...(revocationList ? { revocationList } : {}) };
  return verifier('sev-snp', (presented, at) => readSevSnp(presented, { policy, roots, at }), sevSnpChecks);
}

/** Of TDX. */
export function tdxUnder(roots: Roots): Verifier {
  return verifier('tdx', (presented, at) => readTdx(presented, { policy: tdxPolicy, roots, at }), tdxChecks);
}

/** Of Nitro. */
export function nitroUnder(roots: Roots): Verifier {
  const policy = nitroPolicy;
  return verifier('nitro', (presented, at) => readNitro(presented, { policy, roots, at }), nitroChecks);
}
