/** What evidence for an epoch commits to, and what its node key then signs for each session. */
import { concat, integer, lengthPrefixed, utf8 } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import type { Binding, Epoch } from './binding.ts';
import { reportData, sha256, sha512 } from './report-data.ts';

const epochLabel = utf8('stateless-runtime epoch v1');
const signatureLabel = utf8('stateless-runtime session of epoch v1');

/** How a node key signs sessions. */
export const nodeKey = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** SHA-512 over label, node key, its time, egress digest and launch digest. */
export async function epochReportData(
  { publicKey, notBefore, notAfter }: Epoch,
  { egressDigest, launchDigest }: Pick<Binding, 'egressDigest' | 'launchDigest'>,
): Promise<Bytes> {
  const times = concat(...[notBefore, notAfter].map(milliseconds));
  return sha512(lengthPrefixed(epochLabel, await sha256(publicKey), times, egressDigest, launchDigest));
}

/** What a node key signs for one session: its report data, under a label. */
export async function sessionStatement(binding: Binding): Promise<Bytes> {
  return lengthPrefixed(signatureLabel, await reportData(binding));
}

// 8 bytes: no time of ours is above 2^53
function milliseconds(time: number): Bytes {
  return concat(integer(Math.floor(time / 2 ** 32), 4), integer(time % 2 ** 32, 4));
}
