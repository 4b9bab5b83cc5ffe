/** X.509 certificates (RFC 5280): the parts that verifiers of evidence use, read with care. */
import type { Bytes } from '../../bytes.ts';
import { toHex } from '../../text-forms.ts';
import { readDer, tags } from './der.ts';
import type { Certificate } from './parts.ts';
import { checkAlgorithm, readExtensions, readSigned } from './signed.ts';
import { readTime } from './time.ts';

const versionTag = 0xa0;
const extensionsTag = 0xa3;
const basicConstraints = '551d13';
const keyUsage = '551d0f';
const mayBeCritical = [basicConstraints, keyUsage];
const certSign = 0x04;

/** Reads one certificate; whatever is not one, or has a critical extension that is unknown here, is `fault()`. */
export function readCertificate(whole: Bytes, fault: () => Error): Certificate {
  const { reader, ...signed } = readSigned(whole, fault);
  if (reader.enter(versionTag).smallInteger() !== 2) throw fault();
  const serial = toHex(reader.expect(tags.integer).content);
  checkAlgorithm(reader, signed);
  const issuer = toHex(reader.expect(tags.sequence).content);
  const validity = reader.enter(tags.sequence);
  const period = { notBefore: readTime(validity), notAfter: readTime(validity) };
  validity.end();
  const subject = toHex(reader.expect(tags.sequence).content);
  const publicKey = reader.expect(tags.sequence).whole;
  const extensions = readExtensions(reader.enter(extensionsTag).enter(tags.sequence), mayBeCritical);
  reader.end();
  const signsBelow = readAuthority(extensions, fault);
  return { whole, ...signed, serial, issuer, subject, ...period, publicKey, extensions, signsBelow };
}

function readAuthority(extensions: ReadonlyMap<string, Bytes>, fault: () => Error): number | undefined {
  const constraints = extensions.get(basicConstraints);
  const usage = extensions.get(keyUsage);
  // A BIT STRING: tag, length, unused bits, then the first eight usages.
  const isSigner = usage === undefined || ((usage[3] ?? 0) & certSign) !== 0;
  if (constraints === undefined || !isSigner) return undefined;
  const reader = readDer(constraints, tags.sequence, fault);
  const isAuthority = reader.optional(tags.boolean)?.content[0] === 0xff;
  const below = reader.left > 0 ? reader.smallInteger() : Number.POSITIVE_INFINITY;
  reader.end();
  return isAuthority ? below : undefined;
}
