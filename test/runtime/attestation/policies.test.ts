/** A policy that asks for nothing by mistake is no policy: each verifier says which member is wrong. */
import { expect, it } from 'vitest';
import { nitro, sevSnp, tdx } from '../../../runtime/attestation/index.ts';
import type { NitroPolicy, SevSnpPolicy, TdxPolicy } from '../../../runtime/attestation/index.ts';

const digest = 'ab'.repeat(48);
const trustDomain = { mrTd: digest, rtmrs: [digest, digest, digest, digest] };
const image = { pcr0: digest, pcr1: digest, pcr2: digest };

// As JavaScript or JSON may hand them over.
const wrong: readonly (readonly [string, object, string])[] = [
  ['sev-snp', {}, 'measurements'],
  ['sev-snp', { measurements: digest, minimumTcb: {} }, 'measurements'],
  ['sev-snp', { measurements: [digest.toUpperCase()], minimumTcb: {} }, 'measurements'],
  ['sev-snp', { measurements: [digest] }, 'minimumTcb'],
  ['sev-snp', { measurements: [digest], minimumTcb: null }, 'minimumTcb'],
  [
    'sev-snp',
    { measurements: [digest], minimumTcb: {}, revocationlist: new Uint8Array(1) },
    'revocationlist',
  ],
  ['tdx', {}, 'measurements'],
  ['tdx', { measurements: [{ ...trustDomain, rtmrs: [digest] }] }, 'measurements'],
  ['tdx', { measurements: [trustDomain], alsoAccept: [undefined] }, 'alsoAccept'],
  ['tdx', { measurements: [trustDomain], alsoAccept: 'OutOfDate' }, 'alsoAccept'],
  ['nitro', { measurements: [{ ...image, pcr2: undefined }] }, 'measurements'],
  ['nitro', { measurements: [image], maxAgeMs: Number.NaN }, 'maxAgeMs'],
  ['nitro', { measurements: [image], maxAgeMs: '5m' }, 'maxAgeMs'],
];

const make: Readonly<Record<string, (policy: object) => unknown>> = {
  'sev-snp': (policy) => sevSnp(policy as SevSnpPolicy),
  tdx: (policy) => tdx(policy as TdxPolicy),
  nitro: (policy) => nitro(policy as NitroPolicy),
};

it.each(wrong)('%s with %o is refused for its member %s', (kind, policy, member) => {
  expect(() => make[kind]?.(policy)).toThrow(expect.objectContaining({ code: 'ERR_POLICY', detail: member }));
});

it('a policy that holds what each verifier needs is taken', () => {
  expect(sevSnp({ measurements: [digest], minimumTcb: {} }).kind).toBe('sev-snp');
  expect(tdx({ measurements: [{ ...trustDomain, rtmrs: [digest, digest, digest, digest] }] }).kind).toBe(
    'tdx',
  );
  expect(nitro({ measurements: [image], maxAgeMs: 0 }).kind).toBe('nitro');
});
