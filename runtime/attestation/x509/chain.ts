/** A chain of certificates, leaf first, up to a root that is known by its digest. */
import type { Bytes } from '../../bytes.ts';
import { toHex } from '../../text-forms.ts';
import { expired, invalid } from '../faults.ts';
import { sha256 } from '../report-data.ts';
import { readCertificate } from './certificate.ts';
import type { Certificate, Chain } from './parts.ts';
import { isSignedBy } from './signature.ts';

const longest = 8;

/** Reads a chain. */
export function readChain(certificates: readonly Bytes[], fault: () => Error): Chain {
  const [leaf, ...above] = certificates.map((bytes) => readCertificate(bytes, fault));
  if (leaf === undefined || above.length === 0 || above.length >= longest) throw fault();
  return [leaf, ...above];
}

/**
 * Checks that each certificate is signed by the next, that the last is one of the roots, and that all hold at a time.
 *
 * @param roots SHA-256 digests of whole root certificates, hexadecimal
 * @param check the name of the check that this is part of
 */
export async function checkChain(
  chain: Chain,
  roots: readonly string[],
  at: number,
  check: string,
): Promise<void> {
  const root = chain.at(-1);
  if (root === undefined || !roots.includes(toHex(await sha256(root.whole)))) throw invalid(check);
  for (const [below, certificate] of chain.entries())
    if (!(await isIssuedBy(certificate, chain[below + 1] ?? root, below, check))) throw invalid(check);
  if (!chain.every(({ notBefore, notAfter }) => notBefore <= at && at <= notAfter)) throw expired(check);
}

// A root is its own issuer, whatever stands below it.
async function isIssuedBy(
  certificate: Certificate,
  issuer: Certificate,
  below: number,
  check: string,
): Promise<boolean> {
  if (certificate.issuer !== issuer.subject || issuer.signsBelow === undefined) return false;
  if (certificate !== issuer && below > issuer.signsBelow) return false;
  return isSignedBy(issuer.publicKey, certificate, () => invalid(check));
}
