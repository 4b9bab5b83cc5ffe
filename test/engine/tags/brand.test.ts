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
});
