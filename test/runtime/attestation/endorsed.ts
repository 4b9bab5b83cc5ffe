/** A key that is endorsed as makers of processors do it: by an intermediate, under a root; with the faults of a test. */
import { concat, utf8 } from '../../../runtime/bytes.ts';
import type { Bytes } from '../../../runtime/bytes.ts';
import { sha256 } from '../../../runtime/attestation/report-data.ts';
import { toHex } from '../../../runtime/text-forms.ts';
import { certify, createParty } from './authority.ts';
import type { CertificateChoices, CreateParty, Curve, Party } from './authority.ts';

/** What is unusual about a chain. */
export interface ChainChoices {
  readonly leaf?: CertificateChoices;
  readonly intermediate?: CertificateChoices;
  readonly root?: CertificateChoices;
  /** Who signs the leaf in place of the intermediate. */
  readonly leafIssuer?: Party;
  /** What becomes of the certificates, leaf first, before they are presented. */
  readonly present?: (certificates: readonly Bytes[]) => readonly Bytes[];
  readonly create?: CreateParty;
}

/** A chain with the keys of its parties. */
export interface Endorsed {
  readonly leaf: Party;
  readonly intermediate: Party;
  readonly root: Party;
  readonly rootCertificate: Bytes;
  /** As they are presented, leaf first. */
  readonly certificates: readonly Bytes[];
  /** The digest of the root certificate, alone in a list. */
  readonly roots: readonly string[];
}

/** Serial numbers of the three certificates, unless a test asks for others. */
export const serials = { root: 1, intermediate: 5, leaf: 9 } as const;

/** Makes a chain for a key on a curve. */
export async function endorse(
  curve: Curve,
  { leafIssuer, create = createParty, present = (all) => all, ...choices }: ChainChoices = {},
): Promise<Endorsed> {
  const [root, intermediate] = [await create('root'), await create('intermediate')];
  const leaf = await create('leaf', curve);
  const rootCertificate = await certify(root, root, {
    serial: serials.root,
    signsBelow: 1,
    ...choices.root,
  });
  const certificates = [
    await certify(leaf, leafIssuer ?? intermediate, { serial: serials.leaf, ...choices.leaf }),
    await certify(intermediate, root, {
      serial: serials.intermediate,
      signsBelow: 0,
      ...choices.intermediate,
    }),
    rootCertificate,
  ];
  const roots = [toHex(await sha256(rootCertificate))];
  return { leaf, intermediate, root, rootCertificate, certificates: present(certificates), roots };
}

/** Certificates as PEM. */
export function pemOf(...certificates: readonly Bytes[]): Bytes {
  return concat(...certificates.map(blockOf));
}

function blockOf(certificate: Bytes): Bytes {
  const lines =
    Buffer.from(certificate)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return utf8(`-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`);
}
