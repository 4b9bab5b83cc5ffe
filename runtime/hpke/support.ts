/** What this machine's WebCrypto can do of the mechanisms: browsers without ML-KEM are still about. */
import type { KemName } from './suites.ts';

/** Those of a policy's mechanisms whose native algorithms are there, found out by trying. */
export async function supportedOf(kems: readonly KemName[] = ['x-wing']): Promise<readonly KemName[]> {
  const tried = await Promise.all(kems.map(isSupported));
  return kems.filter((_, place) => tried[place]);
}

async function isSupported(kem: KemName): Promise<boolean> {
  try {
    await crypto.subtle.generateKey('X25519', false, ['deriveBits']);
    if (kem === 'x25519') return true;
    await crypto.subtle.generateKey({ name: 'ML-KEM-768' }, false, ['encapsulateBits', 'decapsulateBits']);
    return true;
  } catch {
    return false;
  }
}
