/** What evidence commits to: key, freshness, egress and launch in 64 bytes. */
import { lengthPrefixed, utf8 } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';

const label = utf8('stateless-runtime report data v1');

/** The nonce of a client: 32 random bytes, so that evidence cannot be older than the question. */
export const clientNonceLength = 32;

/** The four facts that one piece of evidence binds together. */
export interface Binding {
  readonly nonce: Bytes;
  readonly keyConfig: Bytes;
  readonly egressDigest: Bytes;
  readonly launchDigest: Bytes;
}

/** SHA-512 over label, nonce, SHA-256(key configuration), egress digest and launch digest, each length-prefixed. */
export async function reportData(binding: Binding): Promise<Bytes> {
  const keyDigest = await sha256(binding.keyConfig);
  const parts = lengthPrefixed(label, binding.nonce, keyDigest, binding.egressDigest, binding.launchDigest);
  return new Uint8Array(await crypto.subtle.digest('SHA-512', parts));
}

/** SHA-256, for digests of manifests, bundles and keys. */
export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
