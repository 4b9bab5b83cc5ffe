/** X-Wing (draft-connolly-cfrg-xwing-kem): ML-KEM-768 and X25519, both native keys, combined with SHA3-256. */
import { concat, utf8, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import type { Kem, KemKeyPair } from './key-pair.ts';
import { agree, generateX25519 } from './x25519.ts';

/** The algorithm's name in WebCrypto. */
export const mlKem = { name: 'ML-KEM-768' } as const;

/** An X-Wing public key is the key of ML-KEM-768, then that of X25519. */
export const mlKemPublicKeyLength = 1184;
const mlKemCiphertextLength = 1088;

/** The six bytes that the draft draws as an X and a wing. */
const label = utf8('\\.//^\\');

export const xWing: Kem = { generate, decapsulate };

async function generate(): Promise<KemKeyPair> {
  const lattice = await crypto.subtle.generateKey(mlKem, false, ['encapsulateBits', 'decapsulateBits']);
  if (lattice instanceof CryptoKey) throw new TypeError('ML-KEM gives a key pair');
  const latticePublicKey = await crypto.subtle.exportKey('raw-public', lattice.publicKey);
  const curve = await generateX25519();
  return {
    publicKey: concat(new Uint8Array(latticePublicKey), curve.raw),
    privateKeys: { mlKem: lattice.privateKey, x25519: curve.privateKey },
  };
}

async function decapsulate(enc: Bytes, pair: KemKeyPair): Promise<Bytes> {
  const { mlKem: latticeKey, x25519: curveKey } = pair.privateKeys;
  if (!latticeKey) throw new TypeError('X-Wing needs both private keys');
  const ciphertext = enc.slice(0, mlKemCiphertextLength);
  const curveEnc = enc.slice(mlKemCiphertextLength);
  const [latticeShared, curveShared] = await Promise.all([
    crypto.subtle.decapsulateBits(mlKem, latticeKey, ciphertext),
    agree(curveKey, curveEnc),
  ]);
  const joined = combined(
    new Uint8Array(latticeShared),
    curveShared,
    curveEnc,
    pair.publicKey.slice(mlKemPublicKeyLength),
  );
  const sharedSecret = new Uint8Array(await crypto.subtle.digest('SHA3-256', joined));
  wipe(joined);
  return sharedSecret;
}

/** What SHA3-256 is taken over: ssM || ssX || ctX || pkX || label; the two secrets are wiped. */
export function combined(lattice: Bytes, curve: Bytes, curveEnc: Bytes, curveKey: Bytes): Bytes {
  const joined = concat(lattice, curve, curveEnc, curveKey, label);
  wipe(lattice, curve);
  return joined;
}
