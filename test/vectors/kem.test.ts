/** X-Wing, ML-KEM-768 and X25519 on native keys, against the drafts' and Wycheproof's vectors. */
import { describe, expect, it } from 'vitest';
import { concat } from '../../runtime/bytes.ts';
import { encapsulate, mechanisms } from '../../runtime/hpke/index.ts';
import { agree } from '../../runtime/hpke/x25519.ts';
import { bytesOf, hexOf, listVectors, readVectors } from './files.ts';
import type { Vector } from './files.ts';
import { importMlKem, importX25519, importXWing } from './keys.ts';

describe('X-Wing', () => {
  const vectors = listVectors(readVectors('x-wing/test-vectors.json'));

  it('has three vectors', () => {
    expect(vectors).toHaveLength(3);
  });

  it.each(vectors)(
    'decapsulates to the published secret, and to another one when a byte is changed',
    async (vector) => {
      const pair = await importXWing(bytesOf(vector, 'seed'), bytesOf(vector, 'pk'));
      const enc = bytesOf(vector, 'ct');
      expect(hexOf(await mechanisms['x-wing'].decapsulate(enc, pair))).toBe(vector['ss']);
      enc[0] = (enc[0] ?? 0) ^ 1;
      expect(hexOf(await mechanisms['x-wing'].decapsulate(enc, pair))).not.toBe(vector['ss']);
    },
  );

  it.each(vectors)('encapsulates to a secret that only the private keys find', async (vector) => {
    const pair = await importXWing(bytesOf(vector, 'seed'), bytesOf(vector, 'pk'));
    const { enc, sharedSecret } = await encapsulate('x-wing', pair.publicKey);
    expect(enc).toHaveLength(1120);
    expect(hexOf(await mechanisms['x-wing'].decapsulate(enc, pair))).toBe(hexOf(sharedSecret));
  });
});

describe('ML-KEM-768', () => {
  it.each(listVectors(readVectors('ml-kem/mlkem768-kat.json')))(
    'gives known answer $count',
    async (vector) => {
      const key = await importMlKem(concat(bytesOf(vector, 'd'), bytesOf(vector, 'z')));
      expect(await decapsulate(key, vector, 'ct')).toBe(vector['ss']);
      expect(await decapsulate(key, vector, 'ct_n')).toBe(vector['ss_n']);
    },
  );

  it.each(wycheproof('decapsulation'))(
    'agrees with Wycheproof decapsulation $tcId ($result)',
    async (vector) => {
      const run = async (): Promise<string> =>
        decapsulate(await importMlKem(bytesOf(vector, 'seed')), vector, 'c');
      if (vector['result'] === 'valid') expect(await run()).toBe(vector['K']);
      else await expect(run()).rejects.toThrow();
    },
  );

  it.each(wycheproof('encapsulation'))(
    'judges Wycheproof key $tcId as $result before encapsulating',
    async (vector) => {
      const curveKey = (await mechanisms.x25519.generate()).publicKey;
      const run = encapsulate('x-wing', concat(bytesOf(vector, 'ek'), curveKey));
      if (vector['result'] === 'valid') expect((await run).enc).toHaveLength(1120);
      else await expect(run).rejects.toThrow();
    },
  );
});

describe('X25519', () => {
  const vectors = listVectors(groups(readVectors('hpke/wycheproof-x25519.json'))[0]?.['tests']);
  const isZero = (vector: Vector): boolean => /^0*$/.test(String(vector['shared']));

  it('agrees on every secret of Wycheproof that is not zero', async () => {
    const others = vectors.filter((vector) => !isZero(vector));
    expect(others).toHaveLength(487);
    for (const vector of others) {
      const shared = await agree(await importX25519(bytesOf(vector, 'private')), bytesOf(vector, 'public'));
      expect(hexOf(shared)).toBe(vector['shared']);
    }
  });

  it('refuses every public key of low order', async () => {
    const low = vectors.filter(isZero);
    expect(low).toHaveLength(31);
    for (const vector of low) {
      const key = await importX25519(bytesOf(vector, 'private'));
      await expect(agree(key, bytesOf(vector, 'public'))).rejects.toThrow();
    }
  });
});

async function decapsulate(key: CryptoKey, vector: Vector, name: string): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.decapsulateBits('ML-KEM-768', key, bytesOf(vector, name))));
}

function wycheproof(part: string): readonly Vector[] {
  const [file] = listVectors([readVectors('ml-kem/wycheproof-mlkem768-subset.json')]);
  return listVectors(file?.[part]);
}

function groups(file: unknown): readonly Vector[] {
  return listVectors(listVectors([file])[0]?.['testGroups']);
}
