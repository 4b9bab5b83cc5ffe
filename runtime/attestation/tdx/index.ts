/** The verifier of Intel TDX evidence. The list below is the argument; each check is a file. */
import { runChecks } from '../appraisal.ts';
import type { Appraisal, Check, Presented, Verifier } from '../appraisal.ts';
import { chainCheck } from './check-chain.ts';
import { collateralCheck } from './check-collateral.ts';
import { debugCheck, exceptionCheck, migrationCheck } from './check-domain.ts';
import { enclaveCheck } from './check-enclave.ts';
import { measurementCheck } from './check-measurement.ts';
import { moduleCheck } from './check-module.ts';
import { signatureCheck } from './check-signature.ts';
import { tcbCheck } from './check-tcb.ts';
import { readFacts } from './facts.ts';
import type { TdxFacts, TdxPolicy } from './facts.ts';

export type { TdxMeasurements, TdxPolicy } from './facts.ts';
export type { TcbStatus } from './tcb-status.ts';

const checks: readonly Check<TdxFacts>[] = [
  chainCheck,
  collateralCheck,
  enclaveCheck,
  signatureCheck,
  tcbCheck,
  moduleCheck,
  debugCheck,
  migrationCheck,
  exceptionCheck,
  measurementCheck,
];

/** SHA-256 digest of the certificate "Intel SGX Root CA". */
const intelRoots = ['44a0196b2b99f889b8e149e95b807a350e7424964399e885a7cbb8ccfab674d3'];

/**
 * A verifier of TDX quotes, version 4 and 5.
 *
 * @param policy measurements and patch levels that the relying party accepts
 */
export function tdx(policy: TdxPolicy): Verifier {
  return { kind: 'tdx', verify: (presented, at) => verifyTdx(presented, policy, at, intelRoots) };
}

/** As `tdx`, under roots of one's own: what a test with its own keys needs. */
export async function verifyTdx(
  { statement, endorsements }: Presented,
  policy: TdxPolicy,
  at: number,
  roots: readonly string[],
): Promise<Appraisal> {
  const facts = readFacts(statement, endorsements, { policy, at, roots });
  return { reportData: facts.quote.domain.reportData.slice(), passed: await runChecks(checks, facts) };
}
