/** Whether this machine's WebCrypto has what a mechanism needs: browsers without ML-KEM are still about. */
import type { KemName } from './suites.ts';

/** Tries the native algorithms of a mechanism. */
export async function isSupported(kem: KemName): Promise<boolean> {
  try {
    await crypto.subtle.generateKey('X25519', false, ['deriveBits']);
    if (kem === 'x25519') return true;
    await crypto.subtle.generateKey({ name: 'ML-KEM-768' }, false, ['encapsulateBits', 'decapsulateBits']);
    return true;
  } catch {
    return false;
  }
}
