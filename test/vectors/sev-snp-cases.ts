/** The SEV-SNP reports of the public vectors, and how one is appraised. */
import { sevSnp } from '../../runtime/attestation/sev-snp/index.ts';
import type { SevSnpPolicy } from '../../runtime/attestation/sev-snp/index.ts';
import type { Presented } from '../../runtime/attestation/verifier.ts';
import { concat, utf8 } from '../../runtime/bytes.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import { readBytes } from './bytes-of-file.ts';
import { readVectors } from './files.ts';

/** One report. */
export interface SnpCase {
  readonly name: string;
  readonly report: string;
  readonly signing_key_cert: string;
  readonly chain: string;
  readonly verify_at: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly report_fields: { readonly measurement: string; readonly report_data: string };
  readonly strict_policy: { readonly accept: boolean; readonly reasons: readonly string[] };
}

interface SnpFile {
  readonly cases: readonly SnpCase[];
  readonly altered: readonly { readonly file: string }[];
}

/** All of them, and two certificates that were altered. */
export const { cases, altered } = readVectors('sev-snp/cases.json') as SnpFile;
/** Patch levels that every platform has. */
export const lowest = { fmc: 0, bootLoader: 0, tee: 0, snp: 0, microcode: 0 };

/** What is other than in the vector. */
export interface SnpChoices {
  readonly presented?: Presented;
  readonly policy?: Partial<SevSnpPolicy>;
  readonly at?: number;
}

/** Appraises a report, under a policy that accepts its measurement and every patch level. */
export function appraise(
  vector: SnpCase,
  { presented, policy, at }: SnpChoices,
): ReturnType<ReturnType<typeof sevSnp>['verify']> {
  const accepting: SevSnpPolicy = {
    measurements: [vector.report_fields.measurement],
    minimumTcb: { milan: lowest, genoa: lowest, turin: lowest },
  };
  const verifier = sevSnp({ ...accepting, ...policy });
  return verifier.verify(presented ?? present(vector), at ?? Date.parse(vector.verify_at));
}

/** The report with its chain. */
export function present(vector: SnpCase): Presented {
  return {
    statement: readBytes(`sev-snp/${vector.report}`),
    endorsements: concat(
      pemOf(readBytes(`sev-snp/${vector.signing_key_cert}`)),
      readBytes(`sev-snp/${vector.chain}`),
    ),
  };
}

/** A certificate as PEM. */
export function pemOf(der: Bytes): Bytes {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return utf8(`-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`);
}
