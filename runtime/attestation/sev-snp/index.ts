/** The verifier of AMD SEV-SNP evidence. The list below is the argument; each check is a file. */
import { verifier } from '../appraisal.ts';
import { checkPolicy, digest } from '../check-policy.ts';
import { anything, list, record } from '../../shape.ts';
import type { Check, Verifier } from '../verifier.ts';
import { chainCheck } from './check-chain.ts';
import { chipCheck } from './check-chip.ts';
import { debugCheck, levelCheck, migrationCheck } from './check-guest.ts';
import { measurementCheck } from './check-measurement.ts';
import { signatureCheck } from './check-signature.ts';
import { tcbCheck } from './check-tcb.ts';
import { readFacts } from './facts.ts';
import type { SevSnpFacts, SevSnpPolicy } from './parts.ts';

export type { Product, SevSnpPolicy, Tcb } from './parts.ts';

/** Everything that is checked, in order. */
export const sevSnpChecks: readonly Check<SevSnpFacts>[] = [
  chainCheck,
  signatureCheck,
  chipCheck,
  tcbCheck,
  debugCheck,
  migrationCheck,
  levelCheck,
  measurementCheck,
];

const members = { measurements: list(digest(48)), minimumTcb: record({}), revocationList: anything };

/** SHA-256 digests of AMD's root keys' certificates: ARK-Milan, ARK-Genoa, ARK-Turin. */
const roots = [
  '69d063b45344d26a2e94e1f4210de49ef555308287d4c174445c95639a540bcd',
  '4c6598d19c18719c5dfd4a7d335f674e5bfe1d8f800cea2cf270c10d103db2f1',
  '1f084161a44bb6d93778a904877d4819cafa5d05ef4193b2ded9dd9c73dd3f6a',
];

/**
 * A verifier of SEV-SNP reports (Milan, Genoa, Turin).
 *
 * @param policy measurements and patch levels that the relying party accepts
 * @throws StatelessError `ERR_POLICY` with the name of a member that is missing, unknown, or not of its type
 */
export function sevSnp(policy: SevSnpPolicy): Verifier {
  checkPolicy(policy, members);
  return verifier('sev-snp', (presented, at) => readFacts(presented, { policy, at, roots }), sevSnpChecks);
}
