/** What evidence commits to: key, freshness, egress and launch in 64 bytes, for one session or for an epoch of them. */
import { concat, integer, lengthPrefixed, utf8 } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import type { Binding, Epoch } from './binding.ts';

const sessionLabel = utf8('stateless-runtime report data v1');
const epochLabel = utf8('stateless-runtime epoch v1');
const signatureLabel = utf8('stateless-runtime session of epoch v1');

/** The nonce of a client: 32 random bytes, so that evidence cannot be older than the question. */
export const clientNonceLength = 32;

/** How a node key signs sessions. */
export const nodeKey = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** SHA-512 over label, nonce, SHA-256(key configuration), egress digest and launch digest, each length-prefixed. */
export async function reportData(binding: Binding): Promise<Bytes> {
  const { nonce, keyConfig, egressDigest, launchDigest } = binding;
  return sha512(lengthPrefixed(sessionLabel, nonce, await sha256(keyConfig), egressDigest, launchDigest));
}

/** The same for an epoch: SHA-512 over label, node key, its time, egress digest and launch digest. */
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

/** SHA-256, for digests of manifests, bundles and keys. */
export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

async function sha512(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-512', bytes));
}

// 8 bytes: no time of ours is above 2^53
function milliseconds(time: number): Bytes {
  return concat(integer(Math.floor(time / 2 ** 32), 4), integer(time % 2 ** 32, 4));
}
