/** Session keys that can leave the engine: what the rule reports, and what it lets pass. */
import { noExtractableKey } from '../../rules/no-extractable-key.ts';
import { testRule } from './plain-rule-tester.ts';

testRule(
  'no-extractable-key',
  noExtractableKey,
  [
    [
      'a key that stays',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; declare const key: SessionKey; declare const open: CryptoKey; const { subtle } = globalThis.crypto;
const made: SessionKey = (await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt'])) as SessionKey; export { made };`,
    ],
    [
      'an extractable key of no session',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; declare const key: SessionKey; declare const open: CryptoKey; const { subtle } = globalThis.crypto;
const made = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']); export { made };`,
    ],
    [
      'an export of another key',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; declare const key: SessionKey; declare const open: CryptoKey; const { subtle } = globalThis.crypto;
await subtle.exportKey('raw', open); export {};`,
    ],
    [
      'a use of a session key',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; declare const key: SessionKey; declare const open: CryptoKey; const { subtle } = globalThis.crypto;
await subtle.encrypt({ name: 'AES-GCM' }, key, new Uint8Array(1)); export {};`,
    ],
    [
      'a method of another name',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; declare const key: SessionKey; declare const open: CryptoKey; const { subtle } = globalThis.crypto;
const box = { export: (one: unknown) => one }; box.export(open);`,
    ],
    [
      'an export of something that is no key',
      `class Sheet { export(): string { return ''; } exportKey(name: string): string { return name; } }
new Sheet().export(); new Sheet().exportKey('a'); Array.from('ab'); export {};`,
      { keys: 'all' },
    ],
    [
      'a program without session keys',
      `await globalThis.crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']); export {};`,
    ],
  ],
  [
    [
      'an extractable key',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; declare const key: SessionKey; declare const open: CryptoKey; const { subtle } = globalThis.crypto;
const made: SessionKey = (await subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt'])) as SessionKey; export { made };`,
      [
        {
          messageId: 'extractable',
          line: 2,
          suggested: [
            'makeFixed',
            `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; declare const key: SessionKey; declare const open: CryptoKey; const { subtle } = globalThis.crypto;
const made: SessionKey = (await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt'])) as SessionKey; export { made };`,
          ],
        },
      ],
    ],
    [
      'an imported key',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; declare const key: SessionKey; declare const open: CryptoKey; const { subtle } = globalThis.crypto;
const made = (await subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', true, ['encrypt'])) as SessionKey; export { made };`,
      [
        {
          messageId: 'extractable',
          line: 2,
          suggested: [
            'makeFixed',
            `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; declare const key: SessionKey; declare const open: CryptoKey; const { subtle } = globalThis.crypto;
const made = (await subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', false, ['encrypt'])) as SessionKey; export { made };`,
          ],
        },
      ],
    ],
    [
      'an export',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; declare const key: SessionKey; declare const open: CryptoKey; const { subtle } = globalThis.crypto;
await subtle.exportKey('raw', key); export {};`,
      [{ messageId: 'exported', line: 2 }],
    ],
    [
      'a wrapped key',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; declare const key: SessionKey; declare const open: CryptoKey; const { subtle } = globalThis.crypto;
await subtle.wrapKey('raw', key, open, 'AES-KW'); export {};`,
      [{ messageId: 'exported', line: 2 }],
    ],
    [
      'a key object',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; declare const key: SessionKey; declare const open: CryptoKey; const { subtle } = globalThis.crypto;
import { KeyObject } from 'node:crypto'; KeyObject.from(key);`,
      [{ messageId: 'exported', line: 2 }],
    ],
    [
      'every key, where it is asked for',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; declare const key: SessionKey; declare const open: CryptoKey; const { subtle } = globalThis.crypto;
await subtle.exportKey('raw', open); export {};`,
      [{ messageId: 'exported', line: 2 }],
      { keys: 'all' },
    ],
    [
      'a key that becomes an object under another name of the class',
      `import { KeyObject as Keys, createSecretKey } from 'node:crypto'; declare const open: CryptoKey;
Keys.from(open);
createSecretKey(new Uint8Array(32)).export();`,
      [
        { messageId: 'exported', line: 2 },
        { messageId: 'exported', line: 3 },
      ],
      { keys: 'all' },
    ],
  ],
);
