/** What certificates and revocation lists share (RFC 5280, sections 4.1 and 5.1): a signed part and its signature. */
import type { Bytes } from '../../bytes.ts';
import { toHex } from '../../text-forms.ts';
import { readDer, tags } from './der.ts';
import type { DerReader } from './der.ts';
import type { Signed } from './parts.ts';

/** Cuts a whole into its parts, and gives a reader of the signed one. */
export function readSigned(whole: Bytes, fault: () => Error): Signed & { readonly reader: DerReader } {
  const outer = readDer(whole, tags.sequence, fault);
  const before = outer.left;
  const reader = outer.enter(tags.sequence);
  const signed = outer.since(before);
  const algorithm = toHex(outer.expect(tags.sequence).whole);
  const signature = outer.bitString();
  outer.end();
  return { reader, signed, algorithm, signature };
}

/** Reads the algorithm inside the signed part, which must be the one outside. */
export function checkAlgorithm(reader: DerReader, { algorithm }: Signed): void {
  if (toHex(reader.expect(tags.sequence).whole) !== algorithm) throw reader.fault();
}

/** By name, the extensions of a certificate or of a list; a critical one must be among those that are known. */
export function readExtensions(list: DerReader, known: readonly string[]): Map<string, Bytes> {
  const extensions = new Map<string, Bytes>();
  while (list.left > 0) {
    const extension = list.enter(tags.sequence);
    const name = toHex(extension.expect(tags.oid).content);
    const critical = extension.optional(tags.boolean);
    const value = extension.expect(tags.octetString).content;
    extension.end();
    if ((critical && !known.includes(name)) || extensions.has(name)) throw list.fault();
    extensions.set(name, value);
  }
  return extensions;
}
