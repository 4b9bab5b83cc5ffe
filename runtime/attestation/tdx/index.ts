/** The verifier of Intel TDX evidence. The list below is the argument; each check is a file. */
import { verifier } from '../appraisal.ts';
import { checkPolicy, digest } from '../check-policy.ts';
import { list, optional, record, text } from '../../shape.ts';
import type { Check, Verifier } from '../verifier.ts';
import { chainCheck } from './check-chain.ts';
import { collateralCheck } from './check-collateral.ts';
import { debugCheck, exceptionCheck, migrationCheck } from './check-domain.ts';
import { enclaveCheck } from './check-enclave.ts';
import { measurementCheck } from './check-measurement.ts';
import { moduleCheck } from './check-module.ts';
import { signatureCheck } from './check-signature.ts';
import { tcbCheck } from './check-tcb.ts';
import { readFacts } from './facts.ts';
import type { TdxFacts, TdxPolicy } from './parts.ts';

export type { TdxMeasurements, TdxPolicy } from './parts.ts';
export type { TcbStatus } from './statements.ts';

/** Everything that is checked, in order. */
export const tdxChecks: readonly Check<TdxFacts>[] = [
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
const roots = ['44a0196b2b99f889b8e149e95b807a350e7424964399e885a7cbb8ccfab674d3'];

const measurements = list(record({ mrTd: digest(48), rtmrs: list(digest(48), 4) }));

/**
 * A verifier of TDX quotes, version 4 and 5.
 *
 * @param policy measurements and patch levels that the relying party accepts
 * @throws StatelessError `ERR_POLICY` with the name of a member that is missing, unknown, or not of its type
 */
export function tdx(policy: TdxPolicy): Verifier {
  checkPolicy(policy, { measurements, alsoAccept: optional(list(text())) });
  return verifier('tdx', (presented, at) => readFacts(presented, { policy, at, roots }), tdxChecks);
}
