/** What the checks of TDX evidence look at: the quote, Intel's collateral, the policy, and the time. */
import { invalid } from '../faults.ts';
import type { Presented } from '../verifier.ts';
import { readChain } from '../x509/chain.ts';
import { readPem } from '../x509/pem.ts';
import { readCollateral } from './collateral.ts';
import type { TdxFacts, TdxPolicy, TdxTerms } from './parts.ts';
import { readPlatform } from './platform.ts';
import { readQuote } from './quote.ts';
import type { TcbStatus } from './statements.ts';

/** Reads evidence: a quote, and collateral as JSON. */
export function readFacts({ statement, endorsements }: Presented, terms: TdxTerms): TdxFacts {
  const fault = (): Error => invalid('endorsement format');
  const quote = readQuote(statement);
  const chain = readChain(readPem(quote.certificates, fault), fault);
  const platform = readPlatform(chain[0], fault);
  const collateral = readCollateral(endorsements);
  return { reportData: quote.domain.reportData, quote, chain, platform, collateral, ...terms };
}

/** Whether a patch level's status will do. */
export function isAccepted(status: TcbStatus | undefined, { alsoAccept = [] }: TdxPolicy): boolean {
  if (status === undefined || status === 'Revoked') return false;
  return status === 'UpToDate' || alsoAccept.includes(status);
}

/** Whether two byte strings in hexadecimal agree where a mask has ones. */
export function agree(left: string, right: string, mask: string): boolean {
  const bits = (text: string): bigint => BigInt(`0x${text}`);
  return left.length === right.length && (bits(left) & bits(mask)) === (bits(right) & bits(mask));
}
