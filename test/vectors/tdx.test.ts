/** TDX quotes of versions 4 and 5 with Intel's collateral: each ends as it should at its own time. */
import { describe, expect, it } from 'vitest';
import { tdx } from '../../runtime/attestation/tdx/index.ts';
import type { TdxPolicy } from '../../runtime/attestation/tdx/index.ts';
import { utf8 } from '../../runtime/bytes.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import { corrupt, endOf, places, readBytes } from './bytes-of-file.ts';
import { hexOf, readVectors } from './files.ts';

interface TdxCase {
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

const { cases, other } = readVectors('tdx/cases.json') as { cases: TdxCase[]; other: { quote: string }[] };
const day = 86_400_000;

/** How each case ends under a policy that accepts its measurements and nothing but `UpToDate`. */
const ends: Readonly<Record<string, string>> = {
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
const accepted = cases.filter(({ name }) => ends[name] === 'ok');

it('finds nine quotes of trust domains, and one that is none', () => {
  expect(cases.map(({ name }) => name).sort()).toEqual(Object.keys(ends).sort());
  expect(other).toHaveLength(1);
});

describe.each(cases)('the quote $name', (vector) => {
  it('ends as it should', async () => {
    expect(await endOf(appraise(vector, {}))).toBe(ends[vector.name]);
  });
});

it('a quote of an SGX enclave is none of a trust domain', async () => {
  const [first] = accepted;
  if (!first) throw new TypeError('the vector is there');
  const statement = readBytes(`tdx/${other[0]?.quote ?? ''}`);
  expect(await endOf(appraise(first, { statement }))).toBe('ERR_EVIDENCE_INVALID quote format');
});

it('a quote with text behind it is refused for its TCB once the text is cut off', async () => {
  const vector = cases.find(({ name }) => name === 'v4-trailing-text');
  if (!vector) throw new TypeError('the vector is there');
  const whole = readBytes(`tdx/${vector.quote}`);
  const statement = whole.slice(0, whole.length - 39);
  expect(await endOf(appraise(vector, { statement }))).toBe('ERR_EVIDENCE_REFUSED platform TCB');
});

describe.each(accepted)('the quote $name', (vector) => {
  it('says what it was asked to sign', async () => {
    const { reportData, passed } = await appraise(vector, {});
    expect(hexOf(reportData)).toBe(vector.quote_fields.report_data);
    expect(passed).toHaveLength(10);
  });

  it('has a time before which and after which it is expired', async () => {
    for (const at of [Date.parse(vector.valid_from) - day, Date.parse(vector.valid_to) + day])
      expect(await endOf(appraise(vector, { at }))).toMatch(/^ERR_EVIDENCE_EXPIRED /);
  });

  it('is expired where the clock is no number', async () => {
    expect(await endOf(appraise(vector, { at: Number.NaN }))).toMatch(/^ERR_EVIDENCE_EXPIRED /);
  });

  it('is refused when one measurement is another', async () => {
    const [measurements] = policyOf(vector).measurements;
    if (!measurements) throw new TypeError('the policy has measurements');
    const zero = '00'.repeat(48);
    const others = [
      { ...measurements, mrTd: zero },
      ...[0, 1, 2].map((index) => ({
        ...measurements,
        rtmrs: measurements.rtmrs.map((each, place) => (place === index ? zero : each)) as never,
      })),
    ];
    for (const each of others)
      expect(await endOf(appraise(vector, { policy: { measurements: [each] } }))).toBe(
        'ERR_EVIDENCE_REFUSED measurement',
      );
  });

  it('is invalid with any byte of the quote changed', async () => {
    const statement = readBytes(`tdx/${vector.quote}`);
    for (const place of places(statement.length, 500)) {
      const end = await endOf(appraise(vector, { statement: corrupt(statement, place) }));
      expect(end, `byte ${place}`).toMatch(/^ERR_EVIDENCE_INVALID /);
    }
  });

  it('is invalid with any byte of any part of the collateral changed', async () => {
    const parts = collateralOf(vector);
    for (const [name, text] of Object.entries(parts).filter(([part]) => part !== 'pck_crl_issuer_chain')) {
      for (const place of places(text.length, 60)) {
        const altered = new TextDecoder('latin1').decode(corrupt(utf8(text), place));
        const endorsements = utf8(JSON.stringify({ ...parts, [name]: altered }));
        const end = await endOf(appraise(vector, { endorsements }));
        expect(end, `${name}, byte ${place}`).toMatch(/^ERR_EVIDENCE_INVALID /);
      }
    }
  });

  it.each(['pck_crl', 'root_ca_crl', 'tcb_info', 'qe_identity'])('is invalid without %s', async (name) => {
    const endorsements = utf8(JSON.stringify({ ...collateralOf(vector), [name]: null }));
    expect(await endOf(appraise(vector, { endorsements }))).toBe('ERR_EVIDENCE_INVALID collateral format');
  });

  it('is not judged by the collateral of another platform', async () => {
    for (const another of accepted.filter(({ name }) => name !== vector.name)) {
      const endorsements = readBytes(`tdx/${another.collateral ?? ''}`);
      const end = await endOf(appraise(vector, { endorsements, at: Date.parse(another.verify_at) }));
      expect(end).toMatch(/^ERR_EVIDENCE_(INVALID|EXPIRED) /);
    }
  });
});

interface Choices {
  readonly statement?: Bytes;
  readonly endorsements?: Bytes;
  readonly policy?: Partial<TdxPolicy>;
  readonly at?: number;
}

function appraise(vector: TdxCase, choices: Choices): ReturnType<ReturnType<typeof tdx>['verify']> {
  const statement = choices.statement ?? readBytes(`tdx/${vector.quote}`);
  const endorsements =
    choices.endorsements ?? (vector.collateral === null ? utf8('{}') : readBytes(`tdx/${vector.collateral}`));
  const verifier = tdx({ ...policyOf(vector), ...choices.policy });
  return verifier.verify({ statement, endorsements }, choices.at ?? Date.parse(vector.verify_at));
}

function policyOf({ quote_fields: fields }: TdxCase): TdxPolicy {
  const rtmrs = [fields.rtmr0, fields.rtmr1, fields.rtmr2, fields.rtmr3] as const;
  return { measurements: [{ mrTd: fields.mr_td, rtmrs }] };
}

function collateralOf({ collateral }: TdxCase): Record<string, string> {
  return readVectors(`tdx/${collateral ?? ''}`) as Record<string, string>;
}
