/** SEV-SNP reports of Milan, Genoa and Turin: each ends as it should at its own time. */
import { describe, expect, it } from 'vitest';
import type { SevSnpPolicy } from '../../runtime/attestation/sev-snp/index.ts';
import { concat } from '../../runtime/bytes.ts';
import { endOf } from '../runtime/attestation/end-of.ts';
import { readBytes } from './bytes-of-file.ts';
import { hexOf } from './files.ts';
import { altered, appraise, cases, lowest, pemOf, present } from './sev-snp-cases.ts';

const day = 86_400_000;
const refusals: Readonly<Record<string, string>> = {
  'policy.debug is set': 'ERR_EVIDENCE_REFUSED debug off',
  'vmpl is 1, not 0': 'ERR_EVIDENCE_REFUSED privilege level',
};

it('finds reports of three products', () => {
  expect([cases.length, altered.length]).toEqual([10, 2]);
});

describe.each(cases)('the report $name', (vector) => {
  it('ends as its strict policy says', async () => {
    const [reason] = vector.strict_policy.reasons;
    expect(await endOf(appraise(vector, {}))).toBe(reason === undefined ? 'ok' : refusals[reason]);
  });

  it('is genuine before and after its certificates are valid, and refused', async () => {
    const before = appraise(vector, { at: Date.parse(vector.valid_from) - day });
    expect(await endOf(before)).toBe('ERR_EVIDENCE_EXPIRED certificate chain');
    const after = appraise(vector, { at: Date.parse(vector.valid_to) + day });
    expect(await endOf(after)).toBe('ERR_EVIDENCE_EXPIRED certificate chain');
  });
});

describe('the reports that strict policy accepts', () => {
  const accepted = cases.filter(({ strict_policy: { accept } }) => accept);

  it.each(accepted)('($name) say what they were asked to sign, and which checks passed', async (vector) => {
    const { reportData, passed } = await appraise(vector, {});
    expect(hexOf(reportData)).toBe(vector.report_fields.report_data);
    expect(passed).toContain('platform TCB');
  });

  it.each(accepted)(
    '($name) are refused for another measurement, and under an empty policy',
    async (vector) => {
      const other = appraise(vector, { policy: { measurements: ['00'.repeat(48)] } });
      expect(await endOf(other)).toBe('ERR_EVIDENCE_REFUSED measurement');
      const none = appraise(vector, { policy: { minimumTcb: {} } });
      expect(await endOf(none)).toBe('ERR_EVIDENCE_REFUSED platform TCB');
    },
  );

  it.each(accepted)('($name) are refused where the clock or a patch level is no number', async (vector) => {
    expect(await endOf(appraise(vector, { at: Number.NaN }))).toBe('ERR_EVIDENCE_EXPIRED certificate chain');
    for (const level of [{}, { SNP: 0 }, { ...lowest, snp: Number.NaN }, { ...lowest, snp: 'v0' }]) {
      const minimumTcb = {
        milan: level,
        genoa: level,
        turin: level,
      } as unknown as SevSnpPolicy['minimumTcb'];
      expect(await endOf(appraise(vector, { policy: { minimumTcb } }))).toBe(
        'ERR_EVIDENCE_REFUSED platform TCB',
      );
    }
  });

  it.each(accepted)('($name) do not verify under the key of another one', async (vector) => {
    for (const other of accepted.filter(({ name }) => name !== vector.name)) {
      const { statement } = present(vector);
      const end = await endOf(
        appraise(vector, {
          presented: { statement, endorsements: present(other).endorsements },
          at: Date.parse(other.verify_at),
        }),
      );
      expect(end, other.name).toMatch(/^ERR_EVIDENCE_INVALID /);
    }
  });

  it.each(accepted)('($name) do not verify under the chain of another product', async (vector) => {
    for (const chain of ['milan', 'genoa', 'turin'].filter((name) => !vector.chain.includes(name))) {
      const endorsements = concat(
        pemOf(readBytes(`sev-snp/${vector.signing_key_cert}`)),
        readBytes(`sev-snp/chains/${chain}.pem`),
      );
      const end = await endOf(
        appraise(vector, { presented: { statement: present(vector).statement, endorsements } }),
      );
      expect(end, chain).toBe('ERR_EVIDENCE_INVALID certificate chain');
    }
  });
});

describe('regressions', () => {
  it('the TCB comes from the endorsement: a higher current TCB in the report does not help', async () => {
    const vector = cases.find(({ name }) => name === 'milan-v3-lower-reported');
    if (!vector) throw new TypeError('the vector is there');
    const minimumTcb = { milan: { ...lowest, snp: 24 } };
    expect(await endOf(appraise(vector, { policy: { minimumTcb } }))).toBe(
      'ERR_EVIDENCE_REFUSED platform TCB',
    );
    const met = { milan: { ...lowest, snp: 23 } };
    expect(await endOf(appraise(vector, { policy: { minimumTcb: met } }))).toBe('ok');
  });

  it.each(altered)(
    'a certificate whose hardware id was overwritten ($file) is not AMD’s',
    async ({ file }) => {
      const vector = cases.find(({ name }) => name === 'milan-v2');
      if (!vector) throw new TypeError('the vector is there');
      const endorsements = concat(pemOf(readBytes(`sev-snp/${file}`)), readBytes('sev-snp/chains/milan.pem'));
      const at = Date.parse('2024-01-01T00:00:00Z');
      const end = await endOf(
        appraise(vector, { presented: { statement: present(vector).statement, endorsements }, at }),
      );
      expect(end).toMatch(/^ERR_EVIDENCE_INVALID /);
    },
  );
});
