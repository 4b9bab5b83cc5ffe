/** SHA3-256 of our own, for browsers without it: it is the native one, for every length that it takes. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { oneBlock, sha3 } from '../../../runtime/hpke/sha3.ts';
import { toHex } from '../../../runtime/text-forms.ts';

describe('SHA3-256 of one block', () => {
  it('is the native one', async () => {
    for (let length = 0; length < 136; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) & 0xff);
      const native = createHash('sha3-256').update(bytes).digest('hex');
      expect(toHex(oneBlock(bytes)), `${length} bytes`).toBe(native);
      expect(toHex(await sha3(bytes))).toBe(native);
    }
  });

  it('takes no more than a block', () => {
    expect(() => oneBlock(new Uint8Array(136))).toThrow(TypeError);
  });
});
