/** RFC 9180 Appendix A and the X-Wing vector of the HPKE post-quantum draft, for the suites that the runtime speaks. */
import { describe, expect, it } from 'vitest';
import type { Bytes } from '../../runtime/bytes.ts';
import {
  aeads,
  kdf,
  kemNames,
  kems,
  mechanisms,
  setupRecipient,
  setupSender,
} from '../../runtime/hpke/index.ts';
import type { AeadName, HpkeContext, KemKeyPair, KemName, Suite } from '../../runtime/hpke/index.ts';
import { bytesOf, hexOf, listVectors, readVectors } from './files.ts';
import type { Vector } from './files.ts';
import { importX25519, importXWing } from './keys.ts';

interface Case {
  readonly name: string;
  readonly suite: Suite;
  readonly vector: Vector;
}

const empty: Bytes = new Uint8Array(0);
const rfc = spokenCases('hpke/rfc9180.json');
const draft = spokenCases('hpke/hpke-pq.json').filter(({ suite }) => suite.kem === 'x-wing');

it('finds the vectors of every AEAD with X25519, and that of X-Wing', () => {
  expect(rfc.map(({ suite }) => suite.aead).sort()).toEqual(Object.keys(aeads).sort());
  expect(draft.map(({ suite }) => suite)).toEqual([{ kem: 'x-wing', aead: 'chacha20-poly1305' }]);
});

describe.each([...rfc, ...draft])('$name', ({ suite, vector }) => {
  it('decapsulates to the published shared secret', async () => {
    const pair = await recipientPair(suite.kem, vector);
    const shared = await mechanisms[suite.kem].decapsulate(bytesOf(vector, 'enc'), pair);
    expect(hexOf(shared)).toBe(vector['shared_secret']);
  });

  it('opens every published ciphertext at its sequence number', async () => {
    const opened = await replay(await recipient(suite, vector), vector, (context, row) =>
      context.open(bytesOf(row, 'ct'), bytesOf(row, 'aad')),
    );
    expect(opened).toEqual(encryptions(vector).map((row) => row['pt']));
  });

  it('refuses every published ciphertext with one bit changed, with one and the same error', async () => {
    for (const row of encryptions(vector).slice(0, 1)) {
      const ciphertext = bytesOf(row, 'ct');
      for (const index of ciphertext.keys()) {
        const altered = ciphertext.slice();
        altered[index] = (altered[index] ?? 0) ^ 1;
        const context = await recipient(suite, vector);
        await expect(context.open(altered, bytesOf(row, 'aad'))).rejects.toMatchObject({ code: 'ERR_OPEN' });
      }
    }
  });

  it('exports every published value', async () => {
    const context = await recipient(suite, vector);
    for (const row of listVectors(vector['exports'])) {
      const exported = await context.export(bytesOf(row, 'exporter_context'), Number(row['L']));
      expect(hexOf(exported)).toBe(row['exported_value']);
    }
  });
});

describe.each(rfc)('$name', ({ suite, vector }) => {
  it('seals to the published bytes with the published ephemeral key', async () => {
    const { enc, context } = await setupSender(
      suite,
      bytesOf(vector, 'pkRm'),
      bytesOf(vector, 'info'),
      await x25519Pair(vector, 'skEm', 'pkEm'),
    );
    expect(hexOf(enc)).toBe(vector['enc']);
    const sealed = await replay(context, vector, (at, row) =>
      at.seal(bytesOf(row, 'pt'), bytesOf(row, 'aad')),
    );
    expect(sealed).toEqual(encryptions(vector).map((row) => row['ct']));
  });
});

function spokenCases(file: string): Case[] {
  return listVectors(readVectors(file)).flatMap((vector) => {
    const kem = kemNames.find((name) => kems[name].id === Number(vector['kem_id']));
    const aead = aeadWith(Number(vector['aead_id']));
    const isSpoken =
      vector['mode'] === 0 && vector['kdf_id'] === kdf.id && kem !== undefined && aead !== undefined;
    return isSpoken ? [{ name: `${kem} with ${aead}`, suite: { kem, aead }, vector }] : [];
  });
}

function aeadWith(id: number): AeadName | undefined {
  const names = Object.keys(aeads) as AeadName[];
  return names.find((name) => aeads[name].id === id);
}

async function recipient(suite: Suite, vector: Vector): Promise<HpkeContext> {
  const pair = await recipientPair(suite.kem, vector);
  return setupRecipient(suite, pair, bytesOf(vector, 'enc'), bytesOf(vector, 'info'));
}

async function recipientPair(kem: KemName, vector: Vector): Promise<KemKeyPair> {
  if (kem === 'x25519') return x25519Pair(vector, 'skRm', 'pkRm');
  return importXWing(bytesOf(vector, 'skRm'), bytesOf(vector, 'pkRm'));
}

async function x25519Pair(vector: Vector, secret: string, publicKey: string): Promise<KemKeyPair> {
  return {
    publicKey: bytesOf(vector, publicKey),
    privateKeys: { x25519: await importX25519(bytesOf(vector, secret)) },
  };
}

function encryptions(vector: Vector): readonly Vector[] {
  return listVectors(vector['encryptions']).map((row, index) => ({ seq: index, ...row }));
}

// The context counts by itself: the numbers that the vectors leave out are used up with an empty message.
async function replay(
  context: HpkeContext,
  vector: Vector,
  step: (context: HpkeContext, row: Vector) => Promise<Bytes>,
): Promise<string[]> {
  const results: string[] = [];
  let next = 0;
  for (const row of encryptions(vector)) {
    for (; next < Number(row['seq']); next += 1) await context.seal(empty);
    results.push(hexOf(await step(context, row)));
    next += 1;
  }
  return results;
}
