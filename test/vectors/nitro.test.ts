/** Nitro documents: each ends as it should at the time that it states. */
import { describe, expect, it } from 'vitest';
import { endOf } from '../runtime/attestation/end-of.ts';
import { readBytes } from './bytes-of-file.ts';
import { hexOf } from './files.ts';
import { appraise, cases, policyOf } from './nitro-cases.ts';

const day = 86_400_000;

it('finds six documents, three of them of enclaves in debug mode', () => {
  expect(cases).toHaveLength(6);
  expect(cases.filter(({ strict_policy: { accept } }) => accept)).toHaveLength(3);
});

describe.each(cases)('the document $name', (vector) => {
  it('ends as its strict policy says', async () => {
    const expected = vector.strict_policy.accept ? 'ok' : 'ERR_EVIDENCE_REFUSED debug off';
    expect(await endOf(appraise(vector, {}))).toBe(expected);
  });

  it('is expired a day later, and a day before', async () => {
    const at = Date.parse(vector.verify_at);
    for (const other of [at + day, at - day])
      expect(await endOf(appraise(vector, { at: other }))).toBe('ERR_EVIDENCE_EXPIRED certificate chain');
  });

  it('is stale when the policy allows less than its age', async () => {
    const at = Date.parse(vector.verify_at) + 5_000;
    const end = await endOf(appraise(vector, { at, policy: { maxAgeMs: 4_000 } }));
    expect(end).toBe('ERR_EVIDENCE_EXPIRED freshness');
  });

  it('is expired where the clock is no number', async () => {
    expect(await endOf(appraise(vector, { at: Number.NaN }))).toBe('ERR_EVIDENCE_EXPIRED certificate chain');
  });

  it('is invalid when it is cut, or goes on', async () => {
    const document = readBytes(`nitro/${vector.document}`);
    for (const altered of [
      document.slice(0, -1),
      document.slice(0, 40),
      document.slice(0, 0),
      new Uint8Array([...document, 0]),
    ])
      expect(await endOf(appraise(vector, { document: altered }))).toBe(
        'ERR_EVIDENCE_INVALID document format',
      );
  });
});

describe.each(cases.filter(({ strict_policy: { accept } }) => accept))('the document $name', (vector) => {
  it('says what it was asked to sign', async () => {
    const { reportData, passed } = await appraise(vector, {});
    expect(hexOf(reportData)).toBe(vector.fields.user_data ?? '');
    expect(passed).toEqual([
      'document signature',
      'certificate chain',
      'freshness',
      'debug off',
      'measurement',
    ]);
  });

  it.each(['pcr0', 'pcr1', 'pcr2'] as const)('is refused when %s is another', async (name) => {
    const [measurements] = policyOf(vector).measurements;
    if (!measurements) throw new TypeError('the policy has measurements');
    const other = { measurements: [{ ...measurements, [name]: 'ff'.repeat(48) }] };
    expect(await endOf(appraise(vector, { policy: other }))).toBe('ERR_EVIDENCE_REFUSED measurement');
  });
});
