/** X.509 certificates (RFC 5280): the parts that verifiers of evidence use, read with care. */
import type { Bytes } from '../../bytes.ts';
import { toHex } from '../../text-forms.ts';
import { readDer, smallInteger, tags } from './der.ts';
import type { DerReader } from './der.ts';
import { readTime } from './time.ts';

/** A certificate that was read and not yet verified. Names, identifiers and numbers are hexadecimal DER contents. */
export interface Certificate {
  readonly whole: Bytes;
  readonly signed: Bytes;
  readonly algorithm: string;
  readonly signature: Bytes;
  readonly serial: string;
  readonly issuer: string;
  readonly subject: string;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: Bytes;
  /** Values by hexadecimal object identifier. */
  readonly extensions: ReadonlyMap<string, Bytes>;
  /** Certificates that may stand between this one and a leaf; undefined when it may sign none. */
  readonly signsBelow: number | undefined;
}

const versionTag = 0xa0;
const extensionsTag = 0xa3;
const basicConstraints = '551d13';
const keyUsage = '551d0f';
const mayBeCritical = [basicConstraints, keyUsage];
const certSign = 0x04;

/** Reads one certificate; whatever is not one, or has a critical extension that is unknown here, is `fault()`. */
export function readCertificate(whole: Bytes, fault: () => Error): Certificate {
  const outer = readDer(whole, tags.sequence, fault);
  const signed = outer.expect(tags.sequence);
  const algorithm = toHex(outer.expect(tags.sequence).whole);
  const signature = bitString(outer, fault);
  outer.end();
  const fields = readSigned(outer.inside(signed), fault);
  if (fields.algorithm !== algorithm) throw fault();
  return {
    whole,
    signed: signed.whole,
    signature,
    ...fields,
    signsBelow: readAuthority(fields.extensions, fault),
  };
}

/** The bytes of a BIT STRING without unused bits. */
export function bitString(reader: DerReader, fault: () => Error): Bytes {
  const { content } = reader.expect(tags.bitString);
  if (content[0] !== 0) throw fault();
  return content.subarray(1);
}

function readSigned(
  reader: DerReader,
  fault: () => Error,
): Omit<Certificate, 'whole' | 'signed' | 'signature' | 'signsBelow'> {
  const version = reader.enter(versionTag).expect(tags.integer).content;
  if (smallInteger(version, fault) !== 2) throw fault();
  const serial = toHex(reader.expect(tags.integer).content);
  const algorithm = toHex(reader.expect(tags.sequence).whole);
  const issuer = toHex(reader.expect(tags.sequence).content);
  const validity = reader.enter(tags.sequence);
  const [notBefore, notAfter] = [readTime(validity, fault), readTime(validity, fault)];
  validity.end();
  const subject = toHex(reader.expect(tags.sequence).content);
  const publicKey = reader.expect(tags.sequence).whole;
  const extensions = readExtensions(reader, fault);
  reader.end();
  return { serial, algorithm, issuer, subject, notBefore, notAfter, publicKey, extensions };
}

function readExtensions(reader: DerReader, fault: () => Error): Map<string, Bytes> {
  const extensions = new Map<string, Bytes>();
  const list = reader.enter(extensionsTag).enter(tags.sequence);
  while (!list.isAtEnd) {
    const extension = list.enter(tags.sequence);
    const name = toHex(extension.expect(tags.oid).content);
    const critical = extension.optional(tags.boolean);
    const value = extension.expect(tags.octetString).content;
    extension.end();
    if ((critical && !mayBeCritical.includes(name)) || extensions.has(name)) throw fault();
    extensions.set(name, value);
  }
  return extensions;
}

function readAuthority(extensions: ReadonlyMap<string, Bytes>, fault: () => Error): number | undefined {
  const constraints = extensions.get(basicConstraints);
  const usage = extensions.get(keyUsage);
  // A BIT STRING: tag, length, unused bits, then the first eight usages.
  const isSigner = usage === undefined || ((usage[3] ?? 0) & certSign) !== 0;
  if (constraints === undefined || !isSigner) return undefined;
  const reader = readDer(constraints, tags.sequence, fault);
  const isAuthority = reader.optional(tags.boolean)?.content[0] === 0xff;
  const below = reader.optional(tags.integer);
  reader.end();
  if (!isAuthority) return undefined;
  return below ? smallInteger(below.content, fault) : Number.POSITIVE_INFINITY;
}
