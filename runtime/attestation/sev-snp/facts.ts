/** What the checks of SEV-SNP evidence look at: the report, its endorsements, the policy, and the time. */
import { invalid } from '../faults.ts';
import type { Presented } from '../verifier.ts';
import { readChain } from '../x509/chain.ts';
import { readPem } from '../x509/pem.ts';
import type { SevSnpFacts, SevSnpTerms } from './parts.ts';
import { readReport } from './report.ts';
import { endorsedProduct } from './tcb.ts';

/** Reads evidence: a report, and a PEM chain with the signing key's certificate first. */
export function readFacts({ statement, endorsements }: Presented, terms: SevSnpTerms): SevSnpFacts {
  const fault = (): Error => invalid('endorsement format');
  const report = readReport(statement);
  const chain = readChain(readPem(endorsements, fault), fault);
  const product = endorsedProduct(chain[0], fault);
  return { reportData: report.reportData, report, chain, product, ...terms };
}
