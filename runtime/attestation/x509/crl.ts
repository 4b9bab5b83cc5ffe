/** Certificate revocation lists (RFC 5280, section 5): who signed one, when it holds, and which serial numbers it has. */
import type { Bytes } from '../../bytes.ts';
import { toHex } from '../../text-forms.ts';
import { expired, invalid, revoked } from '../faults.ts';
import { bitString } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { readDer, tags } from './der.ts';
import type { DerReader } from './der.ts';
import { isSignedBy } from './signature.ts';
import { readTime } from './time.ts';

/** A list that was read and not yet verified. */
export interface RevocationList {
  readonly signed: Bytes;
  readonly algorithm: string;
  readonly signature: Bytes;
  readonly issuer: string;
  readonly thisUpdate: number;
  readonly nextUpdate: number;
  readonly serials: ReadonlySet<string>;
}

const extensionsTag = 0xa0;

/** Reads a list; whatever is not one is `fault()`. */
export function readRevocationList(bytes: Bytes, fault: () => Error): RevocationList {
  const outer = readDer(bytes, tags.sequence, fault);
  const signed = outer.expect(tags.sequence);
  const algorithm = toHex(outer.expect(tags.sequence).whole);
  const signature = bitString(outer, fault);
  outer.end();
  const reader = outer.inside(signed);
  reader.optional(tags.integer);
  if (toHex(reader.expect(tags.sequence).whole) !== algorithm) throw fault();
  const issuer = toHex(reader.expect(tags.sequence).content);
  const [thisUpdate, nextUpdate] = [readTime(reader, fault), readTime(reader, fault)];
  const serials = readSerials(reader);
  reader.optional(extensionsTag);
  reader.end();
  return { signed: signed.whole, algorithm, signature, issuer, thisUpdate, nextUpdate, serials };
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
  if (at < list.thisUpdate || at > list.nextUpdate) throw expired('revocation list');
  if (list.serials.has(certificate.serial)) throw revoked('revocation list');
}

function readSerials(reader: DerReader): Set<string> {
  const serials = new Set<string>();
  const entries = reader.optional(tags.sequence);
  const list = entries && reader.inside(entries);
  while (list && !list.isAtEnd) serials.add(toHex(list.enter(tags.sequence).expect(tags.integer).content));
  return serials;
}
