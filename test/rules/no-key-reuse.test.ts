/** Keys and sessions that outlive their session: what the rule reports, and what it lets pass. */
import { noKeyReuse } from '../../rules/no-key-reuse.ts';
import { testRule } from './plain-rule-tester.ts';

testRule(
  'no-key-reuse',
  noKeyReuse,
  [
    [
      'a key of its call',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; class ChatSession { id = ''; close(): void {} seal(): void {} } declare function openSession(): ChatSession; declare function newKey(): SessionKey;
export function handle(): void { const key = newKey(); void key; }`,
    ],
    [
      'a session of its call',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; class ChatSession { id = ''; close(): void {} seal(): void {} } declare function openSession(): ChatSession; declare function newKey(): SessionKey;
export function handle(): void { const session = openSession(); session.seal(); session.close(); }`,
    ],
    [
      'an identifier that is kept',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; class ChatSession { id = ''; close(): void {} seal(): void {} } declare function openSession(): ChatSession; declare function newKey(): SessionKey;
let last = ''; export function handle(): string { const session = openSession(); last = session.id; return last; }`,
    ],
    [
      'a local list',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; class ChatSession { id = ''; close(): void {} seal(): void {} } declare function openSession(): ChatSession; declare function newKey(): SessionKey;
export function handle(): number { const all: ChatSession[] = []; all.push(openSession()); return all.length; }`,
    ],
    [
      'a field of an object of the session',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; class ChatSession { id = ''; close(): void {} seal(): void {} } declare function openSession(): ChatSession; declare function newKey(): SessionKey;
class Handler { session: ChatSession; constructor() { this.session = openSession(); } } export function handle(): Handler { return new Handler(); }`,
    ],
    [
      'a member of `this` in a function, an object and a class without a name',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; class ChatSession { id = ''; close(): void {} seal(): void {} } declare function openSession(): ChatSession; declare function newKey(): SessionKey;
export function keep(this: { session?: ChatSession }): void { this.session = openSession(); }
export const own = { session: openSession(), renew() { this.session = openSession(); } };
export const Held = class { session = openSession(); renew(): void { this.session = openSession(); } };`,
    ],
    [
      'a name that is not used again',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; class ChatSession { id = ''; close(): void {} seal(): void {} } declare function openSession(): ChatSession; declare function newKey(): SessionKey;
export function handle(): void { const session = openSession(); session.close(); }`,
    ],
  ],
  [
    [
      'a key of the module',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; class ChatSession { id = ''; close(): void {} seal(): void {} } declare function openSession(): ChatSession; declare function newKey(): SessionKey;
let current: SessionKey | undefined;
export function handle(): boolean { current = newKey(); return current !== undefined; }`,
      [{ messageId: 'kept', line: 3 }],
    ],
    [
      'a list of keys',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; class ChatSession { id = ''; close(): void {} seal(): void {} } declare function openSession(): ChatSession; declare function newKey(): SessionKey;
const keys: SessionKey[] = [];
export function handle(): void { keys.push(newKey()); }`,
      [{ messageId: 'kept', line: 3 }],
    ],
    [
      'a session of the module',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; class ChatSession { id = ''; close(): void {} seal(): void {} } declare function openSession(): ChatSession; declare function newKey(): SessionKey;
let current: ChatSession | undefined;
export function handle(): boolean { current = openSession(); return current !== undefined; }`,
      [{ messageId: 'kept', line: 3 }],
    ],
    [
      'a map of sessions',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; class ChatSession { id = ''; close(): void {} seal(): void {} } declare function openSession(): ChatSession; declare function newKey(): SessionKey;
const sessions = new Map<string, ChatSession>();
export function handle(id: string): void { sessions.set(id, openSession()); }`,
      [{ messageId: 'kept', line: 3 }],
    ],
    [
      'a field of the one instance',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; class ChatSession { id = ''; close(): void {} seal(): void {} } declare function openSession(): ChatSession; declare function newKey(): SessionKey;
class Broker { current: ChatSession | undefined; open(): void {
this.current = openSession(); } }
export const broker = new Broker();`,
      [{ messageId: 'kept', line: 3 }],
    ],
    [
      'a use after the end',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; type SessionKey = Plaintext<CryptoKey, 'key'>; class ChatSession { id = ''; close(): void {} seal(): void {} } declare function openSession(): ChatSession; declare function newKey(): SessionKey;
export function handle(): void { const session = openSession(); session.close();
session.seal(); }`,
      [{ messageId: 'usedAfter', line: 3 }],
    ],
  ],
);
