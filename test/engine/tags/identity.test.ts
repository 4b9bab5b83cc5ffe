import { describe, expect, it } from 'vitest';
import { programOf, ROOT } from '../../program.ts';
import { ask, askOf } from './oracle-of.ts';

const BRAND = `
  declare const tag: unique symbol;
  export type Plaintext<T, Label extends string = 'plaintext'> = T & { readonly [tag]: Label };
`;
const OWN = "import type { Plaintext as Own } from './own.ts'; declare const held: Own<string>; held;";

describe('identity of the brand', () => {
  it('is not its name: a Plaintext of another module is no tag', () => {
    expect(ask(OWN, { 'src/own.ts': BRAND }).tree('held')).toBeUndefined();
  });

  it('is not its name: a Plaintext of another package is no tag', () => {
    const files = {
      'node_modules/@acme/brands/package.json': '{ "name": "@acme/brands", "types": "./index.d.ts" }',
      'node_modules/@acme/brands/index.d.ts': `${BRAND} export {};`,
    };
    const main =
      "import type { Plaintext as Own } from '@acme/brands'; declare const held: Own<string>; held;";
    expect(ask(main, files).tree('held')).toBeUndefined();
    const policy = { brands: [{ package: '@acme/brands', name: 'Plaintext' }] };
    expect(ask(main, files, policy).tags('held')).toEqual([': held (plaintext)']);
  });

  it('is not its key: another brand of the same file is no tag', () => {
    const files = {
      'node_modules/@acme/brands/package.json': '{ "name": "@acme/brands", "types": "./index.d.ts" }',
      'node_modules/@acme/brands/index.d.ts': `
        declare const tag: unique symbol;
        declare const seal: unique symbol;
        export type Plaintext<T> = T & { readonly [tag]: 'plaintext' };
        export type Ciphertext<T> = T & { readonly [seal]: 'ciphertext' };`,
    };
    const main =
      "import type { Ciphertext, Plaintext as Own } from '@acme/brands'; declare const sealed: Ciphertext<string>; declare const open: Own<string>; [sealed, open];";
    const policy = { brands: [{ package: '@acme/brands', name: 'Plaintext' }] };
    const { tags, tree } = ask(main, files, policy);
    expect(tags('open')).toEqual([': open (plaintext)']);
    expect(tree('sealed')).toBeUndefined();
  });

  it('is not a string key of the same spelling', () => {
    expect(
      ask("declare const held: string & { readonly tag: 'plaintext' }; held;").tree('held'),
    ).toBeUndefined();
  });

  it('holds through a re-export under another name', () => {
    const files = {
      'src/own.ts': "export type { Plaintext as Content } from 'eslint-plugin-stateless/tags';",
    };
    const main = "import type { Content } from './own.ts'; declare const held: Content<string, 'key'>; held;";
    expect(ask(main, files).tags('held')).toEqual([': held (key)']);
  });

  it('is the package that the nearest package.json names, in a workspace too', () => {
    const files = {
      'packages/brands/package.json': '{ "name": "@acme/brands" }',
      'packages/brands/src/plaintext.ts': BRAND,
      'packages/brands/src/package.json': '{ "type": "module" }',
    };
    const main =
      "import type { Plaintext as Own } from '../packages/brands/src/plaintext.ts'; declare const held: Own<string>; held;";
    const policy = { brands: [{ package: '@acme/brands', name: 'Plaintext' }] };
    expect(ask(main, files, policy).tags('held')).toEqual([': held (plaintext)']);
    expect(
      ask(main, files, { brands: [{ package: '@acme/other', name: 'Plaintext' }] }).tree('held'),
    ).toBeUndefined();
  });

  it('may be declared by an interface that the alias takes in', () => {
    const files = {
      'node_modules/@acme/brands/package.json': '{ "name": "@acme/brands", "types": "./index.d.ts" }',
      'node_modules/@acme/brands/index.d.ts': `
        declare const tag: unique symbol;
        interface Tagged<L> { readonly [tag]: L }
        export type Secret<T> = T & Tagged<'secret'>;
        export {};`,
    };
    const main =
      "import type { Secret } from '@acme/brands'; declare const held: { key: Secret<string> }; held;";
    const policy = { brands: [{ package: '@acme/brands', name: 'Secret' }] };
    expect(ask(main, files, policy).tags('held')).toEqual(['key: key (secret)']);
  });
});

describe('a row of policy.plaintext', () => {
  const MODEL =
    'export interface ChatMessage { id: string; body: string } export interface Receipt { id: string }';
  const USE =
    "import type { ChatMessage, Receipt } from './model.ts'; declare const message: ChatMessage; declare const receipt: Receipt; message; message.body; receipt;";

  it('tags a type of a file by its path and name', () => {
    const row = { from: 'file', path: `${ROOT}/src/model.ts`, name: 'ChatMessage', label: 'chat' } as const;
    const { tags, tree } = ask(USE, { 'src/model.ts': MODEL }, { plaintext: [row] });
    expect(tags('message')).toEqual([': ChatMessage (chat)']);
    expect(tags('message.body')).toEqual([': ChatMessage (chat)']);
    expect(tree('receipt')).toBeUndefined();
  });

  it('does not tag a type of the same name in another file', () => {
    const row = { from: 'file', path: `${ROOT}/src/other.ts`, name: 'ChatMessage' } as const;
    const files = { 'src/model.ts': MODEL, 'src/other.ts': 'export interface ChatMessage { id: string }' };
    expect(ask(USE, files, { plaintext: [row] }).tree('message')).toBeUndefined();
  });

  it('tags what extends the type', () => {
    const row = { from: 'file', path: `${ROOT}/src/model.ts`, name: 'ChatMessage' } as const;
    const main =
      "import type { ChatMessage } from './model.ts'; interface Draft extends ChatMessage { at: number } declare const draft: Draft; draft;";
    expect(ask(main, { 'src/model.ts': MODEL }, { plaintext: [row] }).tags('draft')).toEqual([
      ': ChatMessage (plaintext)',
    ]);
  });

  const PROTO = {
    'node_modules/@acme/proto/package.json': '{ "name": "@acme/proto", "types": "./index.d.ts" }',
    'node_modules/@acme/proto/index.d.ts':
      "export { MessageImpl as IMessage } from './message.js'; export * as chat from './chat.js';",
    'node_modules/@acme/proto/message.d.ts':
      'export interface MessageImpl { text: string } export interface Hidden { text: string }',
    'node_modules/@acme/proto/chat.d.ts': 'export namespace v1 { interface Turn { text: string } }',
  };
  const PROTO_USE =
    "import type { IMessage, chat } from '@acme/proto'; declare const message: IMessage; declare const turn: chat.v1.Turn; [message, turn];";

  it('tags a type by the name that its package exports it under', () => {
    const row = { from: 'package', package: '@acme/proto', name: 'IMessage' } as const;
    expect(ask(PROTO_USE, PROTO, { plaintext: [row] }).tree('message')?.own).toHaveLength(1);
    expect(ask(PROTO_USE, PROTO, { plaintext: [row] }).tree('turn')).toBeUndefined();
  });

  it.each(['v1.Turn', 'Turn'])('tags a nested type as %s', (name) => {
    const row = { from: 'package', package: '@acme/proto', name } as const;
    expect(ask(PROTO_USE, PROTO, { plaintext: [row] }).tree('turn')?.own).toHaveLength(1);
  });

  it('does not tag a type of another package', () => {
    const row = { from: 'package', package: '@acme/prot', name: 'IMessage' } as const;
    expect(ask(PROTO_USE, PROTO, { plaintext: [row] }).tree('message')).toBeUndefined();
  });

  it('takes @types/x as the package x', () => {
    const files = {
      'node_modules/@types/acme__mail/package.json':
        '{ "name": "@types/acme__mail", "types": "./index.d.ts" }',
      'node_modules/@types/acme__mail/index.d.ts': 'export interface Mail { text: string }',
    };
    const row = { from: 'package', package: '@acme/mail', name: 'Mail' } as const;
    const main = "import type { Mail } from '@acme/mail'; declare const mail: Mail; mail;";
    expect(ask(main, files, { plaintext: [row] }).tree('mail')?.own).toHaveLength(1);
  });

  it('takes a block `declare module` as the package that it names', () => {
    const files = {
      'src/mail.d.ts': "declare module 'acme-mail' { export interface Mail { text: string } }",
    };
    const row = { from: 'package', package: 'acme-mail', name: 'Mail' } as const;
    const main = "import type { Mail } from 'acme-mail'; declare const mail: Mail; mail;";
    expect(ask(main, files, { plaintext: [row] }).tree('mail')?.own).toHaveLength(1);
  });

  it('takes a team’s own package by its package.json', () => {
    const row = { from: 'package', package: 'chat-service', name: 'ChatMessage' } as const;
    expect(ask(USE, { 'src/model.ts': MODEL }, { plaintext: [row] }).tags('message')).toEqual([
      ': ChatMessage (plaintext)',
    ]);
  });

  it('tags an alias of a primitive where it is written', () => {
    const row = { from: 'file', path: `${ROOT}/src/model.ts`, name: 'Prompt' } as const;
    const main = "import type { Prompt } from './model.ts'; function show(text: Prompt) { text; }";
    const { tags } = ask(main, { 'src/model.ts': 'export type Prompt = string;' }, { plaintext: [row] });
    expect(tags('text')).toEqual([': Prompt (plaintext)']);
  });
});

describe('name heuristics', () => {
  const MAIN =
    'declare const request: { body: { password: string; user: string } }; request.body.password; request.body.user; function log(password: string) { password; }';

  it('tag members and parameters whose name matches', () => {
    const { tags, tree } = ask(MAIN, {}, { nameHeuristics: ['^pass'] });
    expect(tags('request.body.password')).toEqual([': password (plaintext)']);
    expect(tags('request')).toEqual(['body.password: password (plaintext)']);
    expect(tags('password')).toEqual([': password (plaintext)']);
    expect(tree('request.body.user')).toBeUndefined();
  });

  it('do nothing unless asked for', () => {
    expect(ask(MAIN).tree('request.body.password')).toBeUndefined();
  });
});

describe('hasTags', () => {
  const POLICY = {
    brands: [{ package: 'stateless-runtime', name: 'Plaintext' }],
    plaintext: [],
    nameHeuristics: [],
  };
  it.each([
    [
      'an import of the tag',
      "import type { Plaintext } from 'stateless-runtime'; export type P = Plaintext<string>;",
      true,
    ],
    ['a doc comment', '/** @plaintext */ export const draft = 1;', true],
    ['no mention', 'export const draft = 1;', false],
  ])('is told by %s', (_, text, expected) => {
    const { oracle } = askOf(programOf({ 'src/main.ts': text }), 'src/main.ts', POLICY);
    expect(oracle.hasTags).toBe(expected);
  });

  it('is told by the policy alone', () => {
    const program = programOf({ 'src/main.ts': 'export const draft = 1;' });
    expect(askOf(program, 'src/main.ts', { ...POLICY, nameHeuristics: ['body'] }).oracle.hasTags).toBe(true);
    const row = { from: 'package', package: 'x', name: 'Y' } as const;
    expect(askOf(program, 'src/main.ts', { ...POLICY, plaintext: [row] }).oracle.hasTags).toBe(true);
  });

  it('is told by the file that declares the tag, however it is imported', () => {
    const files = {
      'src/main.ts':
        "import type { Plaintext } from '../../brand/plaintext.ts'; declare const held: Plaintext<string>; held;",
      '../brand/package.json': '{ "name": "stateless-runtime" }',
      '../brand/plaintext.ts': BRAND,
    };
    const { oracle, tags } = askOf(programOf(files), 'src/main.ts', POLICY);
    expect(oracle.hasTags).toBe(true);
    expect(tags('held')).toEqual([': held (plaintext)']);
  });
});
