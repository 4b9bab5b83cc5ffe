import { describe, expect, it } from 'vitest';
import { ROOT } from '../../program.ts';
import { ask } from './oracle-of.ts';

const CHAT = `
  interface ChatMessage { readonly id: string; readonly body: Plaintext<string> }
  declare const message: ChatMessage;
  declare function open(ciphertext: Uint8Array): Promise<Plaintext<string>>;
`;

describe('the brand', () => {
  it.each([
    [
      'a parameter',
      'function show(text: Plaintext<string>) { return text; }',
      'text',
      [': text (plaintext)'],
    ],
    [
      'an alias',
      'type Prompt = Plaintext<string>; function show(text: Prompt) { return text; }',
      'text',
      [': Prompt (plaintext)'],
    ],
    [
      'an alias of an alias',
      'type Secret = Plaintext<string>; type Prompt = Secret; declare const text: Prompt; text;',
      'text',
      [': Prompt (plaintext)'],
    ],
    [
      'a generic alias',
      'type Sealed<T> = Plaintext<T>; declare const text: Sealed<string>; text;',
      'text',
      [': text (plaintext)'],
    ],
    ['a member', `${CHAT} message.body;`, 'message.body', [': ChatMessage.body (plaintext)']],
    ['the object of a member', `${CHAT} message;`, 'message', ['body: ChatMessage.body (plaintext)']],
    [
      'a nullable',
      'declare const text: Plaintext<string> | undefined; text;',
      'text',
      [': text (plaintext)'],
    ],
    [
      'an alias erased by typeof',
      `${CHAT} declare const copy: typeof message.body; copy;`,
      'copy',
      [': copy (plaintext)'],
    ],
    [
      'a union of labels',
      "declare const text: Plaintext<string, 'prompt' | 'key'>; text;",
      'text',
      [': text (prompt)', ': text (key)'],
    ],
    [
      'an indexed access of a generic',
      "interface Box<T> { value: T } declare const text: Box<Plaintext<string>>['value']; text;",
      'text',
      [': text (plaintext)'],
    ],
    [
      'what a call resolves to',
      `${CHAT} declare const text: Awaited<ReturnType<typeof open>>; text;`,
      'text',
      [': text (plaintext)'],
    ],
    [
      'an awaited call',
      `${CHAT} await open(new Uint8Array());`,
      'await open(new Uint8Array())',
      [': open() (plaintext)'],
    ],
    [
      'a template literal type',
      'declare const text: `Dear ${Plaintext<string>}`; text;',
      'text',
      [': text (plaintext)'],
    ],
    ['a number', 'declare const amount: Plaintext<number>; amount;', 'amount', [': amount (plaintext)']],
  ])('is found on %s', (_, main, text, expected) => {
    expect(ask(main).tags(text)).toEqual(expected);
  });

  it('leaves the members beside it clean', () => {
    expect(ask(`${CHAT} message.id;`).tree('message.id')).toBeUndefined();
  });

  it('says where it was written', () => {
    const { tree, program } = ask(`${CHAT} message.body;`);
    const declaration = tree('message.body')?.own[0]?.declaration;
    expect(declaration?.getText()).toBe('readonly body: Plaintext<string>');
    expect(declaration?.getSourceFile()).toBe(program.getSourceFile(`${ROOT}/src/main.ts`));
  });

  it.each([
    ['a parameter', 'function show(text: Plaintext<any>) { text; }', 'text', [': text (plaintext)']],
    [
      'a member',
      "interface Chat { body: Plaintext<any, 'chat'>; id: string } declare const chat: Chat; chat;",
      'chat',
      ['body: Chat.body (chat)'],
    ],
    [
      'a cast',
      'declare const raw: any; raw as Plaintext<any>;',
      'raw as Plaintext<any>',
      [': Plaintext (plaintext)'],
    ],
    [
      'a promise',
      'declare function open(): Promise<Plaintext<any>>; await open();',
      'await open()',
      [': Plaintext (plaintext)'],
    ],
  ])('is read where it is written of any: %s', (_, main, text, expected) => {
    expect(ask(main).tags(text)).toEqual(expected);
  });

  it.each(['Sealed<any>', 'any', 'Map<string, any>'])('is not read where %s is written', (type) => {
    const main = `type Sealed<T> = T; declare const noted: Plaintext<any>; declare const held: ${type}; held;`;
    expect(ask(main).tree('held')).toBeUndefined();
  });

  it('is read from the text of the import where its package is not installed', () => {
    const main = `
      import type { Plaintext as Secret } from '@acme/brands/tags';
      import type { Plaintext as Other } from '@acme/others';
      declare const held: Secret<string, 'key'>; declare const other: Other<string>; [held, other];`;
    const { tags, tree } = ask(main, {}, { brands: [{ package: '@acme/brands', name: 'Plaintext' }] });
    expect(tags('held')).toEqual([': held (key)']);
    expect(tree('other')).toBeUndefined();
  });

  it('is found on a value of a type parameter that it is given', () => {
    const main = `
      class Vault<T> { constructor(readonly held: Plaintext<T>) {} show() { this.held; } }
      function show<T extends object>(content: Plaintext<T>) { content; }
      function keep<T extends Plaintext<string>>(text: T) { text; }`;
    const { tags } = ask(main);
    expect(tags('this.held')).toEqual([': Vault.held (plaintext)']);
    expect(tags('content')).toEqual([': content (plaintext)']);
    expect(tags('text')).toEqual([': text (plaintext)']);
  });
});
