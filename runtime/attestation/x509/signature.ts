/** Signatures on WebCrypto: the algorithms that the makers of evidence use, and no other. */
import { concat } from '../../bytes.ts';
import type { Bytes } from '../../bytes.ts';
import { readDer, tags } from './der.ts';
import type { DerReader } from './der.ts';

/** An elliptic curve with its hash: the width of a coordinate in bytes. */
export const curves = {
  'P-256': { hash: 'SHA-256', width: 32 },
  'P-384': { hash: 'SHA-384', width: 48 },
} as const;

export type Curve = keyof typeof curves;

type Verify = (publicKey: Bytes, signature: Bytes, data: Bytes, fault: () => Error) => Promise<boolean>;

const pss = '06092a864886f70d01010a30';
const pssParameters =
  'a00f300d06096086480165030402020500a11c301a06092a864886f70d010108300d06096086480165030402020500a203020130';

/** By the hexadecimal AlgorithmIdentifier. RSA-PSS is written with and without its default trailer field. */
const algorithms: Readonly<Record<string, Verify>> = {
  '300a06082a8648ce3d040302': verifyDerEcdsa('P-256'),
  '300a06082a8648ce3d040303': verifyDerEcdsa('P-384'),
  [`3041${pss}34${pssParameters}`]: verifyPss,
  [`3046${pss}39${pssParameters}a303020101`]: verifyPss,
};

/** Whether a certificate's or a revocation list's signature holds under a SubjectPublicKeyInfo. */
export async function isSignedBy(
  publicKey: Bytes,
  { algorithm, signature, signed }: { algorithm: string; signature: Bytes; signed: Bytes },
  fault: () => Error,
): Promise<boolean> {
  const verify = Object.hasOwn(algorithms, algorithm) ? algorithms[algorithm] : undefined;
  if (verify === undefined) return false;
  return verify(publicKey, signature, signed, fault);
}

/** Whether `r || s` is the signature of data under a key: a SubjectPublicKeyInfo, or `x || y` of an uncompressed point. */
export async function isEcdsa(
  curve: Curve,
  publicKey: Bytes,
  signature: Bytes,
  data: Bytes,
): Promise<boolean> {
  const { hash, width } = curves[curve];
  const isPoint = publicKey.length === 2 * width;
  const bytes = isPoint ? concat(new Uint8Array([4]), publicKey) : publicKey;
  const algorithm = { name: 'ECDSA', namedCurve: curve };
  try {
    const key = await crypto.subtle.importKey(isPoint ? 'raw' : 'spki', bytes, algorithm, false, ['verify']);
    return await crypto.subtle.verify({ name: 'ECDSA', hash }, key, signature, data);
  } catch {
    return false; // a key of another kind
  }
}

function verifyDerEcdsa(curve: Curve): Verify {
  return async (publicKey, signature, data, fault) => {
    const reader = readDer(signature, tags.sequence, fault);
    const raw = concat(coordinate(reader, curve), coordinate(reader, curve));
    reader.end();
    return isEcdsa(curve, publicKey, raw, data);
  };
}

async function verifyPss(publicKey: Bytes, signature: Bytes, data: Bytes): Promise<boolean> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  try {
    const key = await crypto.subtle.importKey('spki', publicKey, algorithm, false, ['verify']);
    return await crypto.subtle.verify({ name: 'RSA-PSS', saltLength: 48 }, key, signature, data);
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
