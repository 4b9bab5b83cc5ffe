/** What the checks of SEV-SNP evidence look at: the report, its endorsements, the policy, and the time. */
import type { Bytes } from '../../bytes.ts';
import type { Presented } from '../appraisal.ts';
import { invalid } from '../faults.ts';
import type { Certificate } from '../x509/certificate.ts';
import { readChain } from '../x509/chain.ts';
import type { Chain } from '../x509/chain.ts';
import { readPem } from '../x509/pem.ts';
import { readReport } from './report.ts';
import type { Report } from './report.ts';
import { endorsedProduct } from './tcb.ts';
import type { Product, Tcb } from './tcb.ts';

/** What a relying party insists on. */
export interface SevSnpPolicy {
  /** The launch measurements to accept: 48 bytes each, hexadecimal. */
  readonly measurements: readonly string[];
  /** The lowest patch levels to accept, by product; a product without a row is refused. */
  readonly minimumTcb: Readonly<Partial<Record<Product, Tcb>>>;
  /** AMD's revocation list for the product (DER), fetched by the relying party: never taken from the evidence. */
  readonly revocationList?: Uint8Array;
}

/** Everything that one appraisal is about. */
export interface SevSnpFacts {
  readonly reportData: Bytes;
  readonly report: Report;
  /** The VCEK or VLEK that signed the report, then AMD's intermediate and root. */
  readonly chain: Chain;
  readonly key: Certificate;
  readonly product: Product;
  readonly policy: SevSnpPolicy;
  /** SHA-256 digests of AMD's root certificates, hexadecimal. */
  readonly roots: readonly string[];
  readonly at: number;
}

/** Reads evidence: a report, and a PEM chain with the signing key's certificate first. */
export function readFacts(
  { statement, endorsements }: Presented,
  rest: Pick<SevSnpFacts, 'policy' | 'roots' | 'at'>,
): SevSnpFacts {
  const fault = (): Error => invalid('endorsement format');
  const report = readReport(statement);
  const chain = readChain(readPem(endorsements, fault), fault);
  const [key] = chain;
  const product = endorsedProduct(key, fault);
  return { reportData: report.reportData, report, chain, key, product, ...rest };
}
