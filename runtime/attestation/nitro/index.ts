/** The verifier of AWS Nitro documents. The list below is the argument; each check is a file. */
import { runChecks } from '../appraisal.ts';
import type { Appraisal, Check, Presented, Verifier } from '../appraisal.ts';
import { chainCheck } from './check-chain.ts';
import { debugCheck } from './check-debug.ts';
import { freshnessCheck } from './check-freshness.ts';
import { measurementCheck } from './check-measurement.ts';
import { signatureCheck } from './check-signature.ts';
import { readDocument } from './document.ts';
import type { NitroFacts, NitroPolicy } from './facts.ts';

export type { NitroMeasurements, NitroPolicy } from './facts.ts';

const checks: readonly Check<NitroFacts>[] = [
  signatureCheck,
  chainCheck,
  freshnessCheck,
  debugCheck,
  measurementCheck,
];

/** SHA-256 digest of the certificate "aws.nitro-enclaves", G1. */
const awsRoots = ['641a0321a3e244efe456463195d606317ed7cdcc3c1756e09893f3c68f79bb5b'];

/**
 * A verifier of Nitro attestation documents; `user_data` holds the report data.
 *
 * @param policy measurements that the relying party accepts
 */
export function nitro(policy: NitroPolicy): Verifier {
  return { kind: 'nitro', verify: (presented, at) => verifyNitro(presented, policy, at, awsRoots) };
}

/** As `nitro`, under roots of one's own: what a test with its own keys needs. */
export async function verifyNitro(
  { statement }: Presented,
  policy: NitroPolicy,
  at: number,
  roots: readonly string[],
): Promise<Appraisal> {
  const facts = { document: readDocument(statement), policy, at, roots };
  return { reportData: facts.document.userData.slice(), passed: await runChecks(checks, facts) };
}
