/** SEV-SNP evidence of a test's own making: a Milan report, signed by a key that the test's own chain endorses. */
import type { Presented } from '../../../runtime/attestation/verifier.ts';
import { utf8 } from '../../../runtime/bytes.ts';
import type { Bytes } from '../../../runtime/bytes.ts';
import { der, extension } from './authority.ts';
import type { Party } from './authority.ts';
import { endorse, pemOf } from './endorsed.ts';
import type { ChainChoices, Endorsed } from './endorsed.ts';

const arc = '2b060104019c7801';
const signedLength = 0x2a0;

/** A policy that accepts it. */
export const sevSnpPolicy = {
  measurements: ['00'.repeat(48)],
  minimumTcb: { milan: { bootLoader: 0, tee: 0, snp: 3, microcode: 0 } },
} as const;

/** Evidence over report data. */
export async function makeSevSnp(
  choices: ChainChoices = {},
  reportData = new Uint8Array(64),
): Promise<Endorsed & { readonly presented: Presented }> {
  const leaf = { extensions: keyExtensions(), ...choices.leaf };
  const endorsed = await endorse('P-384', { ...choices, leaf });
  const statement = await sevSnpReport(endorsed.leaf, reportData);
  return { ...endorsed, presented: { statement, endorsements: pemOf(...endorsed.certificates) } };
}

/**
 * A report of version 3: guest policy without debugging and migration, reported SNP level 3, and zeros. As its current
 * TCB, which nobody endorses, it states the highest levels that there are.
 */
export async function sevSnpReport(signer: Party, reportData = new Uint8Array(64)): Promise<Bytes> {
  const report = new Uint8Array(1184);
  report.set([3], 0x00);
  report.set([0, 0, 2], 0x08);
  report.set([1], 0x34);
  report.fill(0xff, 0x38, 0x40);
  report.set(reportData, 0x50);
  report.set([3], 0x186);
  report.set([0x19, 0x01], 0x188);
  const signature = await signer.sign(report.slice(0, signedLength));
  report.set(signature.slice(0, 48).reverse(), signedLength);
  report.set(signature.slice(48).reverse(), signedLength + 72);
  return report;
}

/** What AMD's certificate of such a key says: product, patch levels, and the chip. */
export function keyExtensions(snp = 3): Bytes[] {
  const level = (name: string, value: number): Bytes =>
    extension(`${arc}${name}`, der(0x02, new Uint8Array([value])));
  return [
    extension(`${arc}02`, der(0x16, utf8('Milan-B0'))),
    level('0301', 0),
    level('0302', 0),
    level('0303', snp),
    level('0308', 0),
    extension('2b060104019c780104', new Uint8Array(64)),
  ];
}
