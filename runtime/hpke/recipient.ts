/** HPKE base mode (RFC 9180, section 5), the recipient's side: one-time key pairs, and the context of a sender's key. */
import { concat, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import { keySchedule } from './context.ts';
import type { HpkeContext } from './context.ts';
import type { Kem, KemKeyPair } from './key-pair.ts';
import type { KemName, Suite } from './suites.ts';
import { agree, extractAndExpand, generateX25519 } from './x25519.ts';
import { combined, mlKem, mlKemPublicKeyLength } from './x-wing.ts';

/** The mechanisms by name. */
export const mechanisms: Readonly<Record<KemName, Kem>> = {
  x25519: { generate: generateCurve, decapsulate: decapsulateCurve },
  'x-wing': { generate: generateXWing, decapsulate: decapsulateXWing },
};

const mlKemCiphertextLength = 1088;

/**
 * SetupBaseR: the recipient's context.
 *
 * @throws StatelessError `ERR_OPEN` for an encapsulated key that does not decapsulate.
 */
export async function setupRecipient(
  suite: Suite,
  pair: KemKeyPair,
  enc: Bytes,
  info: Bytes,
): Promise<HpkeContext> {
  const sharedSecret = await mechanisms[suite.kem].decapsulate(enc, pair).catch(() => undefined);
  if (sharedSecret === undefined) throw new StatelessError('ERR_OPEN');
  return keySchedule(suite, sharedSecret, info);
}

async function generateCurve(): Promise<KemKeyPair> {
  const { raw, privateKey } = await generateX25519();
  return { publicKey: raw, privateKeys: { x25519: privateKey } };
}

async function decapsulateCurve(enc: Bytes, pair: KemKeyPair): Promise<Bytes> {
  const dh = await agree(pair.privateKeys.x25519, enc);
  return extractAndExpand(dh, concat(enc, pair.publicKey));
}

async function generateXWing(): Promise<KemKeyPair> {
  const lattice = await crypto.subtle.generateKey(mlKem, false, ['encapsulateBits', 'decapsulateBits']);
  if (lattice instanceof CryptoKey) throw new TypeError('ML-KEM gives a key pair');
  const latticePublicKey = await crypto.subtle.exportKey('raw-public', lattice.publicKey);
  const curve = await generateX25519();
  return {
    publicKey: concat(new Uint8Array(latticePublicKey), curve.raw),
    privateKeys: { mlKem: lattice.privateKey, x25519: curve.privateKey },
  };
}

async function decapsulateXWing(enc: Bytes, pair: KemKeyPair): Promise<Bytes> {
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
