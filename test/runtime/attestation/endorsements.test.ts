/** Endorsements with one fault each, through the whole verifier of each kind of evidence, each refused with its code. */
import { describe, expect, it } from 'vitest';
import type { Verifier } from '../../../runtime/attestation/verifier.ts';
import { nitroUnder, sevSnpUnder, tdxUnder } from './appraise.ts';
import { endOf } from './end-of.ts';
import { createParty, revoke } from './authority.ts';
import { endorse, serials } from './endorsed.ts';
import type { ChainChoices } from './endorsed.ts';
import type { CreateParty } from './authority.ts';
import { makeNitro } from './nitro-evidence.ts';
import { keyExtensions, makeSevSnp } from './sev-snp-evidence.ts';
import { makeTdx } from './tdx-evidence.ts';

const at = Date.parse('2026-06-01T00:00:00Z');
const past = { notAfter: '260531235959Z' };
const future = { notBefore: '260601000001Z' };
const impostor = await createParty('intermediate');
const stranger = await createParty('stranger');

const makers = {
  'sev-snp': { make: makeSevSnp, under: (roots: readonly string[]): Verifier => sevSnpUnder(roots) },
  tdx: { make: (choices: ChainChoices) => makeTdx(choices), under: tdxUnder },
  nitro: { make: (choices: ChainChoices) => makeNitro(at, choices), under: nitroUnder },
};

const chains: readonly (readonly [string, ChainChoices, string])[] = [
  ['as it should be', {}, 'ok'],
  ['whose key has expired', { leaf: past }, 'ERR_EVIDENCE_EXPIRED certificate chain'],
  ['whose key is not valid yet', { leaf: future }, 'ERR_EVIDENCE_EXPIRED certificate chain'],
  ['whose intermediate has expired', { intermediate: past }, 'ERR_EVIDENCE_EXPIRED certificate chain'],
  ['whose intermediate is not valid yet', { intermediate: future }, 'ERR_EVIDENCE_EXPIRED certificate chain'],
  ['whose root has expired', { root: past }, 'ERR_EVIDENCE_EXPIRED certificate chain'],
  ['whose root is not valid yet', { root: future }, 'ERR_EVIDENCE_EXPIRED certificate chain'],
  [
    'whose key was certified by an impostor of the intermediate’s name',
    { leafIssuer: impostor },
    'ERR_EVIDENCE_INVALID certificate chain',
  ],
  [
    'whose key was certified by somebody of another name',
    { leafIssuer: stranger },
    'ERR_EVIDENCE_INVALID certificate chain',
  ],
  [
    'whose intermediate may sign no certificate',
    { intermediate: { extensions: [], signsBelow: undefined } },
    'ERR_EVIDENCE_INVALID certificate chain',
  ],
  [
    'that ends before its root',
    { present: (all) => all.slice(0, 2) },
    'ERR_EVIDENCE_INVALID certificate chain',
  ],
  [
    'without its intermediate',
    { present: (all) => [...all.slice(0, 1), ...all.slice(2)] },
    'ERR_EVIDENCE_INVALID certificate chain',
  ],
  [
    'with its root twice',
    { present: (all) => [...all, ...all.slice(2)] },
    'ERR_EVIDENCE_INVALID certificate chain',
  ],
];

describe.each(['sev-snp', 'tdx', 'nitro'] as const)('%s evidence', (kind) => {
  const { make, under } = makers[kind];

  it.each(chains)('with a chain %s', async (_, choices, end) => {
    const { presented, roots } = await make(choices);
    expect(await endOf(under(roots).verify(presented, at))).toBe(end);
  });

  it('under a root that is not known', async () => {
    const { presented } = await make({});
    const { roots } = await endorse('P-256');
    expect(await endOf(under(roots).verify(presented, at))).toBe('ERR_EVIDENCE_INVALID certificate chain');
    expect(await endOf(under([]).verify(presented, at))).toBe('ERR_EVIDENCE_INVALID certificate chain');
  });
});

describe('a revoked endorsement of SEV-SNP evidence', () => {
  it.each([
    ['the intermediate is on it', [serials.intermediate], undefined, undefined, 'ERR_EVIDENCE_REVOKED'],
    ['others are on it', [serials.leaf, 77], undefined, undefined, 'ok'],
    ['it has ended', [], '260531235959Z', undefined, 'ERR_EVIDENCE_EXPIRED'],
    ['it has not begun', [], undefined, '260601000001Z', 'ERR_EVIDENCE_EXPIRED'],
  ] as const)('by AMD’s list, when %s', async (_, numbers, next, begin, code) => {
    const { presented, roots, root } = await makeSevSnp();
    const list = await revoke(root, numbers, next, begin);
    const end = await endOf(sevSnpUnder(roots, list).verify(presented, at));
    expect(end).toBe(code === 'ok' ? 'ok' : `${code} revocation list`);
  });

  it('is not told by a list of somebody else, nor by bytes that are none', async () => {
    const { presented, roots, intermediate } = await makeSevSnp();
    const forged = await revoke(await createParty('root'), []);
    for (const list of [await revoke(intermediate, []), forged, new Uint8Array(3)])
      expect(await endOf(sevSnpUnder(roots, list).verify(presented, at))).toBe(
        'ERR_EVIDENCE_INVALID revocation list',
      );
  });
});

describe('a revoked endorsement of TDX evidence', () => {
  it.each([
    ['its root’s list names the intermediate', 'root', [serials.intermediate]],
    ['its root’s list names who signs the collateral', 'root', [6]],
    ['its intermediate’s list names the platform’s key', 'intermediate', [serials.leaf]],
  ] as const)('is refused when %s', async (_, by, numbers) => {
    const list = by === 'root' ? 'rootList' : 'keyList';
    const { presented, roots } = await makeTdx(
      {},
      { [list]: async (all: { root: never; intermediate: never }) => revoke(all[by], numbers) },
    );
    expect(await endOf(tdxUnder(roots).verify(presented, at))).toBe('ERR_EVIDENCE_REVOKED revocation list');
  });

  it.each(['rootList', 'keyList'] as const)(
    'is not excused by a %s that has ended, has not begun, or is another’s',
    async (list) => {
      const by = list === 'rootList' ? 'root' : 'intermediate';
      const other = list === 'rootList' ? 'intermediate' : 'root';
      const forger = await createParty(by);
      const lists = [
        ['ERR_EVIDENCE_EXPIRED', (all) => revoke(all[by], [], past.notAfter)],
        ['ERR_EVIDENCE_EXPIRED', (all) => revoke(all[by], [], undefined, future.notBefore)],
        ['ERR_EVIDENCE_INVALID', (all) => revoke(all[other], [])],
        ['ERR_EVIDENCE_INVALID', () => revoke(forger, [])],
      ] as const satisfies readonly (readonly [
        string,
        (all: Awaited<ReturnType<typeof endorse>>) => ReturnType<typeof revoke>,
      ])[];
      for (const [code, make] of lists) {
        const { presented, roots } = await makeTdx({}, { [list]: make });
        expect(await endOf(tdxUnder(roots).verify(presented, at))).toBe(`${code} revocation list`);
      }
    },
  );
});

describe('TDX collateral', () => {
  it.each([
    ['who signs it has expired', { signer: past }, 'ERR_EVIDENCE_EXPIRED collateral'],
    ['who signs it is not valid yet', { signer: future }, 'ERR_EVIDENCE_EXPIRED collateral'],
    ['its statements are signed by another', { statementsBy: stranger }, 'ERR_EVIDENCE_INVALID collateral'],
    [
      'its statements have ended',
      { period: { issueDate: '2025-01-01T00:00:00Z', nextUpdate: '2026-05-31T23:59:59Z' } },
      'ERR_EVIDENCE_EXPIRED collateral',
    ],
    [
      'its statements have not begun',
      { period: { issueDate: '2026-06-01T00:00:01Z', nextUpdate: '2027-01-01T00:00:00Z' } },
      'ERR_EVIDENCE_EXPIRED collateral',
    ],
  ])('is refused when %s', async (_, collateral, end) => {
    const { presented, roots } = await makeTdx({}, collateral);
    expect(await endOf(tdxUnder(roots).verify(presented, at))).toBe(end);
  });
});

describe('patch levels of SEV-SNP', () => {
  it.each([
    ['below the policy’s', 2, 'ERR_EVIDENCE_INVALID platform TCB'],
    ['above the report’s', 4, 'ERR_EVIDENCE_INVALID platform TCB'],
    ['the report’s own', 3, 'ok'],
  ])('in the certificate that are %s', async (_, snp, end) => {
    const { presented, roots } = await makeSevSnp({ leaf: { extensions: keyExtensions(snp) } });
    expect(await endOf(sevSnpUnder(roots).verify(presented, at))).toBe(end);
  });
});

describe('a statement', () => {
  it.each([
    ['sev-snp', 'ERR_EVIDENCE_INVALID report signature'],
    ['nitro', 'ERR_EVIDENCE_INVALID document signature'],
  ] as const)(
    'of %s that was signed with another key than the endorsed one is refused',
    async (kind, end) => {
      const { make, under } = makers[kind];
      const other = await createParty('other', 'P-384');
      const create: CreateParty = async (name, curve) =>
        name === 'leaf'
          ? { ...(await createParty(name, curve)), sign: other.sign }
          : createParty(name, curve);
      const { presented, roots } = await make({ create });
      expect(await endOf(under(roots).verify(presented, at))).toBe(end);
    },
  );
});
