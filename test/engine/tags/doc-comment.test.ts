import { describe, expect, it } from 'vitest';
import { AWAITED } from '../../../engine/keys.ts';
import { programOf } from '../../program.ts';
import { ask, askOf } from './oracle-of.ts';

describe('a doc comment @plaintext', () => {
  it.each([
    [
      'an interface',
      '/** @plaintext */ interface Prompt { text: string } declare const held: Prompt; held;',
      'held',
      [': Prompt (plaintext)'],
    ],
    [
      'a class',
      '/** @plaintext */ class Prompt { text = ""; } const held = new Prompt(); held;',
      'held',
      [': Prompt (plaintext)'],
    ],
    [
      'a class that is constructed',
      '/** @plaintext */ class Prompt { text = ""; } new Prompt();',
      'new Prompt()',
      [': Prompt (plaintext)'],
    ],
    [
      'an object type alias',
      '/** @plaintext */ type Prompt = { text: string }; declare const held: Prompt; held;',
      'held',
      [': Prompt (plaintext)'],
    ],
    [
      'a primitive alias',
      '/** @plaintext */ type Prompt = string; declare const held: Prompt; held;',
      'held',
      [': Prompt (plaintext)'],
    ],
    [
      'a primitive alias in a list',
      '/** @plaintext */ type Prompt = string; declare const held: Prompt[]; held[0];',
      'held',
      ['<element>: Prompt (plaintext)'],
    ],
    [
      'a primitive alias in a member',
      '/** @plaintext */ type Prompt = string; interface Chat { id: string; last?: Prompt } declare const held: Chat; held;',
      'held',
      ['last: Prompt (plaintext)'],
    ],
    [
      'a primitive alias in a generic',
      '/** @plaintext */ type Prompt = string; interface Box<T> { value: T; size: number } declare const held: Box<Prompt>; held;',
      'held',
      ['value: Prompt (plaintext)'],
    ],
    [
      'a primitive alias in a map',
      '/** @plaintext */ type Prompt = string; declare const held: Map<string, Prompt>; held;',
      'held',
      ['<value>: Prompt (plaintext)'],
    ],
    [
      'an alias of an interface',
      'interface Text { value: string } /** @plaintext */ type Prompt = Text; declare const held: Prompt; held;',
      'held',
      [': Prompt (plaintext)'],
    ],
    [
      'a member',
      'interface Chat { /** @plaintext */ body: string; id: string } declare const chat: Chat; chat.body;',
      'chat.body',
      [': Chat.body (plaintext)'],
    ],
    [
      'the object of a member',
      'interface Chat { /** @plaintext */ body: string; id: string } declare const chat: Chat; chat;',
      'chat',
      ['body: Chat.body (plaintext)'],
    ],
    [
      'a member read by its key',
      "interface Chat { /** @plaintext */ body: string; id: string } declare const chat: Chat; chat['body'];",
      "chat['body']",
      [': Chat.body (plaintext)'],
    ],
    [
      'a member of an optional object',
      'interface Chat { /** @plaintext */ body: string } declare const chat: Chat | undefined; chat?.body;',
      'chat?.body',
      [': Chat.body (plaintext)'],
    ],
    [
      'a class field',
      'class Chat { /** @plaintext */ body = ""; } new Chat().body;',
      'new Chat().body',
      [': Chat.body (plaintext)'],
    ],
    [
      'a parameter',
      'function show(id: string, /** @plaintext */ text: string) { text; }',
      'text',
      [': text (plaintext)'],
    ],
    [
      'a parameter on its own line',
      'function show(\n  id: string,\n  /** @plaintext */\n  text: string,\n) { text; }',
      'text',
      [': text (plaintext)'],
    ],
    [
      'a parameter property',
      'class Chat { constructor(/** @plaintext */ readonly body: string) {} show() { return this.body; } }',
      'this.body',
      [': Chat.body (plaintext)'],
    ],
    ['a variable', '/** @plaintext */ const draft = "x"; draft;', 'draft', [': draft (plaintext)']],
    [
      'a function',
      '/** @plaintext */ declare function decrypt(): string; decrypt();',
      'decrypt()',
      [': decrypt() (plaintext)'],
    ],
    [
      'a function in a variable',
      '/** @plaintext */ const decrypt = (): string => "x"; decrypt();',
      'decrypt()',
      [': decrypt() (plaintext)'],
    ],
    [
      'a method',
      'class Vault { /** @plaintext */ decrypt(): string { return ""; } } new Vault().decrypt();',
      'new Vault().decrypt()',
      [': decrypt() (plaintext)'],
    ],
    [
      'a function-valued member',
      'interface Vault { /** @plaintext */ decrypt: () => string } declare const vault: Vault; vault.decrypt();',
      'vault.decrypt()',
      [': decrypt() (plaintext)'],
    ],
    [
      'a getter',
      'class Vault { /** @plaintext */ get text(): string { return ""; } } new Vault().text;',
      'new Vault().text',
      [': Vault.text (plaintext)'],
    ],
    [
      'an enum',
      '/** @plaintext */ enum Mood { Sad = "sad", Glad = "glad" } declare const mood: Mood; mood;',
      'mood',
      [': Mood (plaintext)'],
    ],
    [
      'a member of a tagged enum',
      '/** @plaintext */ enum Mood { Sad = "sad", Glad = "glad" } Mood.Sad;',
      'Mood.Sad',
      [': Mood (plaintext)'],
    ],
    [
      'an enum member',
      'enum Mood { /** @plaintext */ Sad = "sad", Glad = "glad" } Mood.Sad;',
      'Mood.Sad',
      [': Mood.Sad (plaintext)'],
    ],
    [
      'a member of an object literal',
      'const chat = { /** @plaintext */ body: "x", id: "y" }; chat.body;',
      'chat.body',
      [': body (plaintext)'],
    ],
    [
      'what a pattern binds',
      'interface Chat { /** @plaintext */ body: string; id: string } declare const chat: Chat; const { body: text } = chat;',
      'text',
      [': Chat.body (plaintext)'],
    ],
    [
      'what a pattern binds deep down',
      'interface Chat { last: { /** @plaintext */ body: string } } declare const chat: Chat; const { last: { body } } = chat;',
      'body',
      [': body (plaintext)'],
    ],
    [
      'what a pattern binds of a list',
      'interface Chat { /** @plaintext */ body: string } declare const chats: Chat[]; const [{ body }] = chats as [Chat];',
      'body',
      [': Chat.body (plaintext)'],
    ],
    [
      'a parameter that a pattern takes apart',
      'function show(/** @plaintext */ { body }: { body: string }) { return body; }',
      '{ body }',
      [': parameter (plaintext)'],
    ],
    [
      'a cast to a tagged alias',
      '/** @plaintext */ type Prompt = string; declare const raw: unknown; raw as Prompt;',
      'raw as Prompt',
      [': Prompt (plaintext)'],
    ],
    [
      'a Partial',
      'interface Chat { /** @plaintext */ body: string } declare const chat: Partial<Chat>; chat.body;',
      'chat.body',
      [': Chat.body (plaintext)'],
    ],
  ])('tags %s', (_, main, text, expected) => {
    expect(ask(main).tags(text)).toEqual(expected);
  });

  it.each([
    [
      'the member beside it',
      'interface Chat { /** @plaintext */ body: string; id: string } declare const chat: Chat; chat.id;',
      'chat.id',
    ],
    [
      'the next member, for a comment that ends a line',
      'interface Chat {\n  body: string; /** @plaintext */\n  id: string;\n}\ndeclare const chat: Chat; chat.id;',
      'chat.id',
    ],
    ['a class itself', '/** @plaintext */ class Prompt { static limit = 3; } Prompt;', 'Prompt'],
    [
      'the static members of a class',
      '/** @plaintext */ class Prompt { static limit = 3; } Prompt.limit;',
      'Prompt.limit',
    ],
    ['an enum object', '/** @plaintext */ enum Mood { Sad = "sad" } Mood;', 'Mood'],
    ['a function itself', '/** @plaintext */ declare function decrypt(): string; decrypt;', 'decrypt'],
    [
      'another enum member',
      'enum Mood { /** @plaintext */ Sad = "sad", Glad = "glad" } Mood.Glad;',
      'Mood.Glad',
    ],
    [
      'what a comment only speaks of',
      '/** Not what `@plaintext` would make of it. */ const draft = "x"; draft;',
      'draft',
    ],
    ['a longer tag', '/** @plaintexts */ const draft = "x"; draft;', 'draft'],
    ['a line comment', '// @plaintext\nconst draft = "x"; draft;', 'draft'],
    ['an earlier comment', '/** @plaintext */\n\n/** The draft. */\nconst draft = "x"; draft;', 'draft'],
    [
      'a mapped type with other values',
      'interface Chat { /** @plaintext */ body: string } type Flags<T> = { [K in keyof T]: number }; declare const flags: Flags<Chat>; flags.body;',
      'flags.body',
    ],
    [
      'an object of such a mapped type',
      'interface Chat { /** @plaintext */ body: string } type Flags<T> = { [K in keyof T]: number }; declare const flags: Flags<Chat>; flags;',
      'flags',
    ],
  ])('leaves %s clean', (_, main, text) => {
    expect(ask(main).tree(text)).toBeUndefined();
  });

  it('names a label', () => {
    const main = `
      interface Chat {
        /** @plaintext prompt */ asked: string;
        /** @plaintext prompt - what the user typed */ typed: string;
        /** @plaintext What the model said. */ answered: string;
        /**
         * Both.
         * @plaintext prompt
         * @plaintext key
         */
        both: string;
      }
      declare const chat: Chat;
      chat;`;
    expect(ask(main).tags('chat')).toEqual([
      'asked: Chat.asked (prompt)',
      'typed: Chat.typed (prompt)',
      'answered: Chat.answered (plaintext)',
      'both: Chat.both (prompt)',
      'both: Chat.both (key)',
    ]);
  });

  it('tags the overload that it stands at, and all of them at the implementation', () => {
    const main = `
      /** @plaintext */ function read(id: string): string;
      function read(id: number): number;
      function read(id: unknown): unknown { return id; }
      class Vault {
        open(id: string): string;
        open(id: number): number;
        /** @plaintext */ open(id: unknown): unknown { return id; }
      }
      read('a'); read(1); new Vault().open('a'); new Vault().open(1);`;
    const { tags, tree } = ask(main);
    expect(tags("read('a')")).toEqual([': read() (plaintext)']);
    expect(tree('read(1)')).toBeUndefined();
    expect(tags("new Vault().open('a')")).toEqual([': open() (plaintext)']);
    expect(tags('new Vault().open(1)')).toEqual([': open() (plaintext)']);
  });

  it('tags an alias of a primitive in generic types that hold themselves', () => {
    const main = `
      /** @plaintext */ type Prompt = string;
      interface Tree<T> { a: Tree<T>; b: Tree<T>; c: Tree<T>; d: Tree<T>; e: Tree<T>; f: Tree<T>; value: T; id: string }
      type Nested<T> = T | Nested<T>[] | Set<Nested<T>> | { deeper: Nested<T> };
      declare const tree: Tree<Prompt>; declare const nested: Nested<Prompt>;
      tree; tree.a.b.c.value; tree.a.id; nested;`;
    const { tags, tree } = ask(main);
    expect(
      tree('tree')
        ?.child('f')
        ?.child('a')
        ?.child('value')
        ?.own.map((tag) => tag.name),
    ).toEqual(['Prompt']);
    expect(tree('tree')?.child('f')?.child('id')).toBeUndefined();
    expect(tags('tree')).toEqual(['value: Prompt (plaintext)']);
    expect(tags('nested')).toEqual([': Prompt (plaintext)']);
    expect(tree('tree.a.id')).toBeUndefined();
    expect(tags('tree.a.b.c.value')).toEqual([': Prompt (plaintext)']);
  });

  it('holds for what is left when a tagged union narrows', () => {
    const main = `
      /** @plaintext */ type Turn = { kind: 'asked'; text: string } | { kind: 'answered'; words: string[] };
      function show(turn: Turn) { if (turn.kind === 'asked') { turn.text; } }`;
    expect(ask(main).tags('turn.text')).toEqual([': Turn (plaintext)']);
  });

  it('tags what an async function resolves to, not its promise', () => {
    const { tags, tree } = ask(
      '/** @plaintext */ async function decrypt(): Promise<string> { return ""; } await decrypt();',
    );
    expect(tree('decrypt()')?.own).toEqual([]);
    expect(
      tree('decrypt()')
        ?.child(AWAITED)
        ?.own.map((tag) => tag.name),
    ).toEqual(['decrypt()']);
    expect(tags('await decrypt()')).toEqual([': decrypt() (plaintext)']);
  });

  it('tags an awaited alias of a primitive', () => {
    const main =
      '/** @plaintext */ type Prompt = string; declare function decrypt(): Promise<Prompt>; await decrypt();';
    expect(ask(main).tags('await decrypt()')).toEqual([': Prompt (plaintext)']);
  });

  it('holds in declaration files and across imports', () => {
    const files = {
      'node_modules/@acme/chat/package.json': '{ "name": "@acme/chat", "types": "./index.d.ts" }',
      'node_modules/@acme/chat/index.d.ts':
        'export interface Chat {\n  /** @plaintext */\n  body: string;\n  id: string;\n}\nexport declare const last: Chat;',
    };
    const { tags } = ask("import { last as newest } from '@acme/chat'; newest.body; newest.id;", files);
    expect(tags('newest.body')).toEqual([': Chat.body (plaintext)']);
    expect(tags('newest')).toEqual(['body: Chat.body (plaintext)']);
    expect(tags('newest.id')).toEqual([]);
  });

  it('holds in plain JavaScript, as does a type in a comment', () => {
    const program = programOf({
      'src/main.js': `
        /** @plaintext */
        export const draft = 'x';
        /** @type {import('stateless-runtime').Plaintext<string>} */
        export let typed;
        draft; typed;`,
    });
    const { tags } = askOf(program, 'src/main.js');
    expect(tags('draft')).toEqual([': draft (plaintext)']);
    expect(tags('typed')).toEqual([': typed (plaintext)']);
  });
});
