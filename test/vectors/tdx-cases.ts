/** The TDX quotes of the public vectors, and how one is appraised. */
import { tdx } from '../../runtime/attestation/tdx/index.ts';
import type { TdxPolicy } from '../../runtime/attestation/tdx/index.ts';
import { utf8 } from '../../runtime/bytes.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import { readBytes } from './bytes-of-file.ts';
import { readVectors } from './files.ts';

/** One quote. */
export interface TdxCase {
  readonly name: string;
  readonly quote: string;
  readonly collateral: string | null;
  readonly verify_at: string;
  readonly valid_to: string;
  readonly valid_from: string;
  readonly quote_fields: Readonly<
    Record<'mr_td' | 'rtmr0' | 'rtmr1' | 'rtmr2' | 'rtmr3' | 'report_data', string>
  >;
}

/** All of them, and one that is of no trust domain. */
export const { cases, other } = readVectors('tdx/cases.json') as {
  cases: TdxCase[];
  other: { quote: string }[];
};

/** How each case ends under a policy that accepts its measurements and nothing but `UpToDate`. */
export const ends: Readonly<Record<string, string>> = {
  'v4-up-to-date': 'ok',
  'v5-up-to-date': 'ok',
  'v5-no-tcb-level': 'ERR_EVIDENCE_REFUSED platform TCB',
  'v5-service-td': 'ERR_EVIDENCE_REFUSED platform TCB',
  'v4-debug': 'ERR_EVIDENCE_REFUSED debug off',
  'v4-trailing-text': 'ERR_EVIDENCE_INVALID quote format',
  'v4-out-of-date': 'ERR_EVIDENCE_INVALID collateral format',
  'v4-zero-padded': 'ERR_EVIDENCE_INVALID collateral format',
  'v4-rtmr3': 'ERR_EVIDENCE_INVALID collateral format',
};

/** What is other than in the vector. */
export interface TdxChoices {
  readonly statement?: Bytes;
  readonly endorsements?: Bytes;
  readonly policy?: Partial<TdxPolicy>;
  readonly at?: number;
}

/** Appraises a quote, under a policy that accepts its measurements and nothing but `UpToDate`. */
export function appraise(vector: TdxCase, choices: TdxChoices): ReturnType<ReturnType<typeof tdx>['verify']> {
  const statement = choices.statement ?? readBytes(`tdx/${vector.quote}`);
  const endorsements =
    choices.endorsements ?? (vector.collateral === null ? utf8('{}') : readBytes(`tdx/${vector.collateral}`));
  const verifier = tdx({ ...policyOf(vector), ...choices.policy });
  return verifier.verify({ statement, endorsements }, choices.at ?? Date.parse(vector.verify_at));
}

/** That policy. */
export function policyOf({ quote_fields: fields }: TdxCase): TdxPolicy {
  const rtmrs = [fields.rtmr0, fields.rtmr1, fields.rtmr2, fields.rtmr3] as const;
  return { measurements: [{ mrTd: fields.mr_td, rtmrs }] };
}

/** The parts of its collateral. */
export function collateralOf({ collateral }: TdxCase): Record<string, string> {
  return readVectors(`tdx/${collateral ?? ''}`) as Record<string, string>;
}
