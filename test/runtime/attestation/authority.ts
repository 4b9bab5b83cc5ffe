/** A certificate authority for tests: certificates and revocation lists with the faults that a test asks for. */
import { concat, integer, utf8 } from '../../../runtime/bytes.ts';
import type { Bytes } from '../../../runtime/bytes.ts';
import { fromHex } from '../../../runtime/text-forms.ts';

/** The curves that certificates are signed on, with the AlgorithmIdentifier of ECDSA under the hash of each. */
const curves = {
  'P-256': { hash: 'SHA-256', ecdsa: fromHex('300a06082a8648ce3d040302') },
  'P-384': { hash: 'SHA-384', ecdsa: fromHex('300a06082a8648ce3d040303') },
} as const;

/** A curve by its name. */
export type Curve = keyof typeof curves;

/** A key pair under a name. */
export interface Party {
  readonly name: string;
  readonly curve: Curve;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Bytes;
  /** Signs with ECDSA: `r || s`. */
  readonly sign: (data: Bytes) => Promise<Bytes>;
}

/** Makes a party. */
export type CreateParty = (name: string, curve?: Curve) => Promise<Party>;

/** What a certificate says; everything has a default. */
export interface CertificateChoices {
  readonly serial?: number;
  readonly notBefore?: string;
  readonly notAfter?: string;
  /** Certificates that it may have between it and a leaf; left out, it may sign none. */
  readonly signsBelow?: number | undefined;
  readonly extensions?: readonly Bytes[];
}

/** A DER value. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Bytes {
  const content = concat(...contents);
  const { length } = content;
  if (length < 0x80) return concat(new Uint8Array([tag, length]), content);
  const width = length < 256 ? 1 : 2;
  return concat(new Uint8Array([tag, 0x80 | width]), integer(length, width), content);
}

/** A party with a fresh key. */
export const createParty: CreateParty = async (name, curve = 'P-256') => {
  const algorithm = { name: 'ECDSA', namedCurve: curve, hash: curves[curve].hash };
  const { publicKey, privateKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  return {
    name,
    curve,
    publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)),
    sign: async (data) => new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, data)),
  };
};

/** A certificate of one party by another. */
export async function certify(
  subject: Party,
  issuer: Party,
  choices: CertificateChoices = {},
): Promise<Bytes> {
  const { serial = 7, notBefore = '250101000000Z', notAfter = '350101000000Z', signsBelow } = choices;
  const authority = signsBelow === undefined ? [] : [constraints(signsBelow)];
  const signed = der(
    0x30,
    der(0xa0, der(0x02, new Uint8Array([2]))),
    der(0x02, new Uint8Array([serial])),
    curves[issuer.curve].ecdsa,
    nameOf(issuer),
    der(0x30, der(0x17, utf8(notBefore)), der(0x17, utf8(notAfter))),
    nameOf(subject),
    subject.publicKey,
    der(0xa3, der(0x30, ...authority, ...(choices.extensions ?? []))),
  );
  return signedBy(issuer, signed);
}

/** A revocation list of these serial numbers. */
export async function revoke(
  issuer: Party,
  serials: readonly number[],
  nextUpdate = '350101000000Z',
  thisUpdate = '250101000000Z',
): Promise<Bytes> {
  const entries = serials.map((serial) =>
    der(0x30, der(0x02, new Uint8Array([serial])), der(0x17, utf8('250101000000Z'))),
  );
  const signed = der(
    0x30,
    der(0x02, new Uint8Array([1])),
    curves[issuer.curve].ecdsa,
    nameOf(issuer),
    der(0x17, utf8(thisUpdate)),
    der(0x17, utf8(nextUpdate)),
    ...(entries.length > 0 ? [der(0x30, ...entries)] : []),
  );
  return signedBy(issuer, signed);
}

/** An extension. */
export function extension(oid: string, value: Bytes, isCritical = false): Bytes {
  const critical = isCritical ? [der(0x01, new Uint8Array([0xff]))] : [];
  return der(0x30, der(0x06, fromHex(oid)), ...critical, der(0x04, value));
}

function constraints(signsBelow: number): Bytes {
  const value = der(0x30, der(0x01, new Uint8Array([0xff])), der(0x02, new Uint8Array([signsBelow])));
  return extension('551d13', value, true);
}

function nameOf({ name }: Party): Bytes {
  return der(0x30, der(0x31, der(0x30, der(0x06, fromHex('550403')), der(0x0c, utf8(name)))));
}

async function signedBy({ sign, curve }: Party, signed: Bytes): Promise<Bytes> {
  const raw = await sign(signed);
  const [r, s] = [raw.subarray(0, raw.length / 2), raw.subarray(raw.length / 2)].map(positive);
  if (!r || !s) throw new TypeError('a signature has two numbers');
  return der(0x30, signed, curves[curve].ecdsa, der(0x03, new Uint8Array([0]), der(0x30, r, s)));
}

function positive(number: Uint8Array): Bytes {
  const start = number.findIndex((byte) => byte !== 0);
  const digits = number.subarray(start);
  return (digits[0] ?? 0) >= 0x80 ? der(0x02, new Uint8Array([0]), digits) : der(0x02, digits);
}
