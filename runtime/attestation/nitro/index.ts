/** The verifier of AWS Nitro documents. The list below is the argument; each check is a file. */
import { verifier } from '../appraisal.ts';
import { checkPolicy, digest, span } from '../check-policy.ts';
import { list, optional, record } from '../../shape.ts';
import type { Check, Presented, Verifier } from '../verifier.ts';
import { chainCheck } from './check-chain.ts';
import { debugCheck } from './check-debug.ts';
import { freshnessCheck } from './check-freshness.ts';
import { measurementCheck } from './check-measurement.ts';
import { signatureCheck } from './check-signature.ts';
import { readDocument } from './document.ts';
import type { NitroFacts, NitroPolicy, NitroTerms } from './parts.ts';

export type { NitroMeasurements, NitroPolicy } from './parts.ts';

/** Everything that is checked, in order. */
export const nitroChecks: readonly Check<NitroFacts>[] = [
  signatureCheck,
  chainCheck,
  freshnessCheck,
  debugCheck,
  measurementCheck,
];

/** SHA-256 digest of the certificate "aws.nitro-enclaves", G1. */
const roots = ['641a0321a3e244efe456463195d606317ed7cdcc3c1756e09893f3c68f79bb5b'];

const measurements = list(record({ pcr0: digest(48), pcr1: digest(48), pcr2: digest(48) }));

/**
 * A verifier of Nitro attestation documents; `user_data` holds the report data.
 *
 * @param policy measurements that the relying party accepts
 * @throws StatelessError `ERR_POLICY` with the name of a member that is missing, unknown, or not of its type
 */
export function nitro(policy: NitroPolicy): Verifier {
  checkPolicy(policy, { measurements, maxAgeMs: optional(span) });
  return verifier('nitro', (presented, at) => readFacts(presented, { policy, at, roots }), nitroChecks);
}

/** Reads evidence: a document, which brings its endorsements along. */
export function readFacts({ statement }: Presented, terms: NitroTerms): NitroFacts {
  const document = readDocument(statement);
  return { reportData: document.userData, document, ...terms };
}
