/** Certificate revocation lists (RFC 5280, section 5): who signed one, when it holds, and which serial numbers it has. */
import type { Bytes } from '../../bytes.ts';
import { toHex } from '../../text-forms.ts';
import { expired, invalid, revoked } from '../faults.ts';
import { tags } from './der.ts';
import type { DerReader } from './der.ts';
import type { Certificate, RevocationList } from './parts.ts';
import { isSignedBy } from './signature.ts';
import { checkAlgorithm, readExtensions, readSigned } from './signed.ts';
import { readTime } from './time.ts';

const extensionsTag = 0xa0;

/** Reads a list; whatever is not one, or has a critical extension, is `fault()`. */
export function readRevocationList(bytes: Bytes, fault: () => Error): RevocationList {
  const { reader, ...signed } = readSigned(bytes, fault);
  reader.optional(tags.integer);
  checkAlgorithm(reader, signed);
  const issuer = toHex(reader.expect(tags.sequence).content);
  const [thisUpdate, nextUpdate] = [readTime(reader), readTime(reader)];
  const serials = readSerials(reader);
  if (reader.peek() === extensionsTag) readExtensions(reader.enter(extensionsTag).enter(tags.sequence), []);
  reader.end();
  return { ...signed, issuer, thisUpdate, nextUpdate, serials };
}

/** Checks that a list is its issuer's, that it holds at a time, and that a certificate is not on it. */
export async function checkNotRevoked(
  certificate: Certificate,
  issuer: Certificate,
  list: RevocationList,
  at: number,
): Promise<void> {
  const fault = (): Error => invalid('revocation list');
  if (list.issuer !== issuer.subject || !(await isSignedBy(issuer.publicKey, list, fault))) throw fault();
  if (!(list.thisUpdate <= at && at <= list.nextUpdate)) throw expired('revocation list');
  if (list.serials.has(certificate.serial)) throw revoked('revocation list');
}

function readSerials(reader: DerReader): Set<string> {
  const serials = new Set<string>();
  const list = reader.peek() === tags.sequence ? reader.enter(tags.sequence) : undefined;
  while (list && list.left > 0) {
    const entry = list.enter(tags.sequence);
    serials.add(toHex(entry.expect(tags.integer).content));
    readTime(entry);
    if (entry.left > 0) readExtensions(entry.enter(tags.sequence), []);
    entry.end();
  }
  return serials;
}
