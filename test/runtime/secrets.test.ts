/** Every type that holds a secret, printed in every way that Node has: nothing of it shows. */
import { inspect, format } from 'node:util';
import { serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../runtime/bytes.ts';
import { mechanisms, setupSender } from '../../runtime/hpke/index.ts';
import { Confidential, egress, oneOf, processor, sessionKeys } from '../../runtime/index.ts';
import { PublicFailure } from '../../runtime/session/failure.ts';
import { strictObject } from './fixtures/schemas.ts';
import { toHex } from '../../runtime/text-forms.ts';

const printers: Readonly<Record<string, (value: unknown) => string>> = {
  'util.inspect': (value) =>
    inspect(value, { depth: 9, showHidden: true, getters: true, customInspect: true }),
  'util.format': (value) => format('%s %o %O %j', value, value, value, value),
  String: (value) => String(value),
  JSON: (value) => JSON.stringify({ value }),
  entries: (value) => inspect(Object.entries(value as object)),
  spread: (value) => inspect({ ...(value as object) }),
  'v8.serialize': (value) => attempt(() => serialize(value).toString('latin1')),
  structuredClone: (value) => attempt(() => inspect(structuredClone(value), { depth: 9 })),
};

describe.each(Object.keys(printers))('printed with %s', (name) => {
  const print = (value: unknown): string => (printers[name] ?? String)(value);

  it('an HPKE context shows neither nonce nor exporter secret', async () => {
    const { publicKey } = await mechanisms.x25519.generate();
    const { context } = await setupSender({ kem: 'x25519', aead: 'aes-256-gcm' }, publicKey, utf8('info'));
    const exported = await context.export(utf8('label'), 32);
    const shown = print(context);
    expect(shown).not.toMatch(/nonce|secret|sequence|[0-9a-f]{24}/i);
    expect(shown).not.toContain(toHex(exported).slice(0, 8));
  });

  it.each(['x25519', 'x-wing'] as const)('a key pair of %s shows its public half alone', async (kem) => {
    const { privateKeys } = await mechanisms[kem].generate();
    const shown = print(privateKeys);
    expect(shown).not.toMatch(/[0-9a-f]{2} [0-9a-f]{2} [0-9a-f]{2}|PRIVATE|"d"/);
    for (const key of Object.values(privateKeys) as CryptoKey[])
      for (const form of ['pkcs8', 'jwk', 'raw-seed'] as const)
        await expect(crypto.subtle.exportKey(form as 'pkcs8', key)).rejects.toThrow();
  });

  it('a public failure does not show its code, which could be forged', () => {
    expect(print(new PublicFailure('EMPTY_CHAT'))).not.toContain('EMPTY_CHAT');
  });

  it('a confidential box shows nothing of what is in it, and no copy holds it', () => {
    const box = new Confidential({ text: 'the heron nests at dawn' });
    expect(print(box)).not.toMatch(/heron|dawn/);
    expect(print({ nested: [box, new Map([['box', box]])] })).not.toMatch(/heron/);
    expect(box.open().text).toBe('the heron nests at dawn');
  });

  it('one-time keys show their public half alone', async () => {
    const shown = print(await sessionKeys('x25519'));
    expect(shown).not.toMatch(/privateKey|CryptoKey|PRIVATE|pair/);
  });

  it('declared egress shows its domains, which hold no value of any session', () => {
    const declared = egress({ done: { max: 1, fields: { outcome: oneOf('ok') } } }, { maxBits: 3 });
    expect(print(declared)).not.toMatch(/session|heron/);
  });

  it('a processor does not show its handler', () => {
    const object = strictObject({ text: 'string' });
    const shown = print(
      processor({ name: 'heron', input: object, output: object, handle: (input) => input }),
    );
    expect(shown).not.toMatch(/heron|handle|run/);
  });
});

function attempt(print: () => string): string {
  try {
    return print();
  } catch (error) {
    return inspect(error);
  }
}
