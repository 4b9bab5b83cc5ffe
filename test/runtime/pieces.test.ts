/** The pieces that are usable alone: a box, a release with a reason, one-time keys. */
import { describe, expect, expectTypeOf, it } from 'vitest';
import { utf8 } from '../../runtime/bytes.ts';
import { setupSender } from '../../runtime/hpke/index.ts';
import { Confidential, declassify, plaintext, sessionKeys } from '../../runtime/index.ts';
import type { Plaintext } from '../../runtime/index.ts';

const text = 'the heron nests at dawn';

describe('Confidential', () => {
  it.each([
    ['a template', (box: Confidential<string>) => `note: ${String(box)}`],
    ['concatenation', (box: Confidential<string>) => ''.concat(box as unknown as string)],
    ['arithmetic', (box: Confidential<string>) => String(Number(box))],
    ['a key', (box: Confidential<string>) => Object.keys({ [String(box)]: 1 }).join('')],
    ['own members', (box: Confidential<string>) => JSON.stringify(Reflect.ownKeys(box))],
    ['an error', (box: Confidential<string>) => new Error(String(box)).message],
    ['a URL', (box: Confidential<string>) => new URL(`https://example.com/${String(box)}`).href],
  ])('prints nothing of its value in %s', (_, print) => {
    expect(print(new Confidential(text))).not.toContain('heron');
  });

  it('cannot be given members, and opens to plaintext', () => {
    const box = new Confidential(text);
    expect(() => Object.assign(box, { text })).toThrow(TypeError);
    expectTypeOf(box.open()).toEqualTypeOf<Plaintext<string>>();
  });
});

describe('declassify', () => {
  it('gives the value without its tag, for a reason', () => {
    const count = declassify(plaintext(text), 'shown to its author');
    expectTypeOf(count).toEqualTypeOf<string>();
    expect(count).toBe(text);
    expect(() => declassify(plaintext(text), ' ')).toThrow('declassify needs a reason');
  });
});

describe.each(['x-wing', 'x25519'] as const)('sessionKeys of %s', (kem) => {
  const suite = { kem, aead: 'aes-256-gcm' } as const;
  const sealTo = async (publicKey: Uint8Array<ArrayBuffer>) => {
    const { enc, context } = await setupSender(suite, publicKey, utf8('info'));
    return { enc, ciphertext: await context.seal(utf8(text)), aead: suite.aead, info: utf8('info') };
  };

  it('open one message, and no second one', async () => {
    const keys = await sessionKeys(kem);
    const message = await sealTo(keys.publicKey);
    expect(new TextDecoder().decode(await keys.open(message))).toBe(text);
    await expect(keys.open(message)).rejects.toMatchObject({ code: 'ERR_OPEN' });
  });

  it('are used up by a message that does not open, and gone when destroyed', async () => {
    const keys = await sessionKeys(kem);
    const message = await sealTo(keys.publicKey);
    await expect(keys.open({ ...message, info: utf8('other') })).rejects.toMatchObject({ code: 'ERR_OPEN' });
    await expect(keys.open(message)).rejects.toMatchObject({ code: 'ERR_OPEN' });
    const unused = await sessionKeys(kem);
    unused[Symbol.dispose]();
    await expect(unused.open(await sealTo(unused.publicKey))).rejects.toMatchObject({ code: 'ERR_OPEN' });
  });
});
