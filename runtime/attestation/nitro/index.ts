/** The verifier of AWS Nitro documents. The list below is the argument; each check is a file. */
import { verifier } from '../appraisal.ts';
import type { Check, Presented, Verifier } from '../verifier.ts';
import { chainCheck } from './check-chain.ts';
import { debugCheck } from './check-debug.ts';
import { freshnessCheck } from './check-freshness.ts';
import { measurementCheck } from './check-measurement.ts';
import { signatureCheck } from './check-signature.ts';
import { readDocument } from './document.ts';
import type { NitroFacts, NitroPolicy } from './parts.ts';

export type { NitroMeasurements, NitroPolicy } from './parts.ts';

const checks: readonly Check<NitroFacts>[] = [
  signatureCheck,
  chainCheck,
  freshnessCheck,
  debugCheck,
  measurementCheck,
];

/**
 * A verifier of Nitro attestation documents; `user_data` holds the report data.
 *
 * @param policy measurements that the relying party accepts
 */
export function nitro(policy: NitroPolicy): Verifier {
  const read = ({ statement }: Presented, at: number): NitroFacts => {
    const document = readDocument(statement);
    return { reportData: document.userData, document, policy, at };
  };
  return verifier('nitro', read, checks);
}
