/** X-Wing (draft-connolly-cfrg-xwing-kem), what both sides share: ML-KEM-768 and X25519, combined with SHA3-256. */
import { concat, utf8, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';

/** The algorithm's name in WebCrypto. */
export const mlKem = { name: 'ML-KEM-768' } as const;

/** An X-Wing public key is the key of ML-KEM-768, then that of X25519. */
export const mlKemPublicKeyLength = 1184;

/** The six bytes that the draft draws as an X and a wing. */
const label = utf8('\\.//^\\');

/** What SHA3-256 is taken over: ssM || ssX || ctX || pkX || label; the two secrets are wiped. */
export function combined(lattice: Bytes, curve: Bytes, curveEnc: Bytes, curveKey: Bytes): Bytes {
  const joined = concat(lattice, curve, curveEnc, curveKey, label);
  wipe(lattice, curve);
  return joined;
}
