/** TDX quotes of versions 4 and 5 with Intel's collateral: each ends as it should at its own time. */
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../runtime/bytes.ts';
import { endOf } from '../runtime/attestation/end-of.ts';
import { readBytes } from './bytes-of-file.ts';
import { hexOf } from './files.ts';
import { appraise, cases, collateralOf, ends, other, policyOf } from './tdx-cases.ts';

const day = 86_400_000;
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
