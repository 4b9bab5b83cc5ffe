/** What evidence commits to: key, freshness, egress and launch in 64 bytes. */
import { lengthPrefixed, utf8 } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import type { Binding } from './binding.ts';

const sessionLabel = utf8('stateless-runtime report data v1');

/** The nonce of a client: 32 random bytes, so that evidence cannot be older than the question. */
export const clientNonceLength = 32;

/** SHA-512 over label, nonce, SHA-256(key configuration), egress digest and launch digest, each length-prefixed. */
export async function reportData(binding: Binding): Promise<Bytes> {
  const { nonce, keyConfig, egressDigest, launchDigest } = binding;
  return sha512(lengthPrefixed(sessionLabel, nonce, await sha256(keyConfig), egressDigest, launchDigest));
}

/** SHA-256, for digests of manifests, bundles and keys. */
export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** SHA-512, for report data. */
export async function sha512(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-512', bytes));
}
