/** Signatures on WebCrypto: the algorithms that the makers of evidence use, and no other. */
import { concat } from '../../bytes.ts';
import type { Bytes } from '../../bytes.ts';
import { readDer, tags } from './der.ts';
import type { DerReader } from './der.ts';
import type { Signed } from './parts.ts';

/** An elliptic curve with its hash: the width of a coordinate in bytes. */
const curves = {
  'P-256': { hash: 'SHA-256', width: 32 },
  'P-384': { hash: 'SHA-384', width: 48 },
} as const;

type Curve = keyof typeof curves;

type Verify = (publicKey: Bytes, signature: Bytes, data: Bytes, fault: () => Error) => Promise<boolean>;

const pss = '06092a864886f70d01010a30';
const pssParameters =
  'a00f300d06096086480165030402020500a11c301a06092a864886f70d010108300d06096086480165030402020500a203020130';

/** By the hexadecimal AlgorithmIdentifier. RSA-PSS is written with and without its default trailer field. */
const algorithms: ReadonlyMap<string, Verify> = new Map([
  ['300a06082a8648ce3d040302', verifyDerEcdsa('P-256')],
  ['300a06082a8648ce3d040303', verifyDerEcdsa('P-384')],
  [`3041${pss}34${pssParameters}`, verifyPss],
  [`3046${pss}39${pssParameters}a303020101`, verifyPss],
]);

/** Whether a certificate's or a revocation list's signature holds under a SubjectPublicKeyInfo. */
export async function isSignedBy(
  publicKey: Bytes,
  { algorithm, signature, signed }: Signed,
  fault: () => Error,
): Promise<boolean> {
  return (await algorithms.get(algorithm)?.(publicKey, signature, signed, fault)) ?? false;
}

/** Whether `r || s` is the signature of data under a key: a SubjectPublicKeyInfo, or `x || y` of an uncompressed point. */
export function isEcdsa(curve: Curve, publicKey: Bytes, signature: Bytes, data: Bytes): Promise<boolean> {
  const { hash, width } = curves[curve];
  const algorithm = { name: 'ECDSA', namedCurve: curve, hash };
  const isPoint = publicKey.length === 2 * width;
  const key = isPoint ? concat(new Uint8Array([4]), publicKey) : publicKey;
  return isVerified(isPoint ? 'raw' : 'spki', key, algorithm, signature, data);
}

function verifyDerEcdsa(curve: Curve): Verify {
  return async (publicKey, signature, data, fault) => {
    const reader = readDer(signature, tags.sequence, fault);
    const raw = concat(coordinate(reader, curve), coordinate(reader, curve));
    reader.end();
    return isEcdsa(curve, publicKey, raw, data);
  };
}

function verifyPss(publicKey: Bytes, signature: Bytes, data: Bytes): Promise<boolean> {
  return isVerified('spki', publicKey, { name: 'RSA-PSS', hash: 'SHA-384', saltLength: 48 }, signature, data);
}

async function isVerified(
  format: 'raw' | 'spki',
  publicKey: Bytes,
  algorithm: { readonly name: string; readonly hash: string; readonly saltLength?: number },
  signature: Bytes,
  data: Bytes,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey(format, publicKey, algorithm, false, ['verify']);
    return await crypto.subtle.verify(algorithm, key, signature, data);
  } catch {
    return false; // a key of another kind
  }
}

// A positive INTEGER as so many bytes as the curve has.
function coordinate(reader: DerReader, curve: Curve): Bytes {
  const digits = reader.digits();
  const missing = curves[curve].width - digits.length;
  if (missing < 0) throw reader.fault();
  return concat(new Uint8Array(missing), digits);
}
