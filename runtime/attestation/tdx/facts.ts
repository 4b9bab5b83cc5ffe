/** What the checks of TDX evidence look at: the quote, Intel's collateral, the policy, and the time. */
import type { Bytes } from '../../bytes.ts';
import type { Presented } from '../appraisal.ts';
import { invalid } from '../faults.ts';
import { readChain } from '../x509/chain.ts';
import type { Chain } from '../x509/chain.ts';
import { readPem } from '../x509/pem.ts';
import { readCollateral } from './collateral.ts';
import type { Collateral } from './parts.ts';
import { readPlatform } from './platform.ts';
import type { Platform } from './parts.ts';
import { readQuote } from './quote.ts';
import type { Quote } from './parts.ts';
import type { TcbStatus } from './tcb-status.ts';

/** One trust domain's reference values: 48 bytes each, hexadecimal. */
export interface TdxMeasurements {
  readonly mrTd: string;
  readonly rtmrs: readonly [string, string, string, string];
}

/** What a relying party insists on. */
export interface TdxPolicy {
  /** The measurements to accept, each as a whole. */
  readonly measurements: readonly TdxMeasurements[];
  /** Intel's words for patch levels that will do, besides `UpToDate`. */
  readonly alsoAccept?: readonly Exclude<TcbStatus, 'Revoked' | 'UpToDate'>[];
}

/** Everything that one appraisal is about. */
export interface TdxFacts {
  readonly reportData: Bytes;
  readonly quote: Quote;
  /** The platform's certification key, then Intel's intermediate and root. */
  readonly chain: Chain;
  readonly platform: Platform;
  readonly collateral: Collateral;
  readonly policy: TdxPolicy;
  readonly at: number;
}

/** Reads evidence: a quote, and collateral as JSON. */
export function readFacts(
  { statement, endorsements }: Presented,
  rest: Pick<TdxFacts, 'policy' | 'at'>,
): TdxFacts {
  const fault = (): Error => invalid('endorsement format');
  const quote = readQuote(statement);
  const chain = readChain(readPem(quote.certificates, fault), fault);
  const platform = readPlatform(chain[0], fault);
  const collateral = readCollateral(endorsements);
  return { reportData: quote.domain.reportData, quote, chain, platform, collateral, ...rest };
}

/** Whether a patch level's status will do. */
export function isAccepted(status: TcbStatus | undefined, { alsoAccept = [] }: TdxPolicy): boolean {
  const accepted: readonly (TcbStatus | undefined)[] = ['UpToDate', ...alsoAccept];
  return status !== 'Revoked' && accepted.includes(status);
}

/** Whether two byte strings in hexadecimal agree where a mask has ones. */
export function agree(left: string, right: string, mask: string): boolean {
  const bits = (text: string): bigint => BigInt(`0x${text}`);
  return left.length === right.length && (bits(left) & bits(mask)) === (bits(right) & bits(mask));
}
