import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { fileOf, nodeOf, programOf } from '../../program.ts';
import { ask, askOf, BRANDS } from './oracle-of.ts';
import { createTypeOracle } from '../../../engine/tags/oracle.ts';

describe('the tree of a node', () => {
  const CHAT = `
    interface Chat { id: string; body: Plaintext<string>; tags: Plaintext<string>[] }
    declare const chat: Chat; declare const chats: Chat[];`;
  it.each([
    ['parentheses', '(chat.body);', '(chat.body)', [': Chat.body (plaintext)']],
    [
      'a non-null assertion',
      'declare const text: Plaintext<string> | null; text!;',
      'text!',
      [': text (plaintext)'],
    ],
    ['satisfies', 'chat.body satisfies string;', 'chat.body satisfies string', [': Chat.body (plaintext)']],
    ['a call in a chain', 'chats.at(0)?.body;', 'chats.at(0)?.body', [': Chat.body (plaintext)']],
    ['a literal key', "chat['body'];", "chat['body']", [': Chat.body (plaintext)']],
    [
      'a key that may be either',
      "declare const key: 'id' | 'body'; chat[key];",
      'chat[key]',
      [': Chat.id (plaintext)'],
    ],
    [
      'a conditional',
      'Math.random() > 1 ? chat.body : undefined;',
      'Math.random() > 1 ? chat.body : undefined',
      [': Plaintext (plaintext)'],
    ],
    ['a default', "chat.body ?? 'x';", "chat.body ?? 'x'", [': Plaintext (plaintext)']],
    ['an assignment', 'let copy; copy = chat.body;', 'copy = chat.body', [': Plaintext (plaintext)']],
    [
      'a destructured parameter',
      'function show({ body }: Chat) { body; }',
      'body',
      [': Chat.body (plaintext)'],
    ],
    ['a renamed binding', 'const { body: text } = chat; text;', 'text', [': Chat.body (plaintext)']],
    [
      'a rest binding',
      'const { id, ...rest } = chat; rest;',
      'rest',
      ['body: Chat.body (plaintext)', 'tags.<element>: Chat.tags (plaintext)'],
    ],
    ['an element binding', 'const [first] = chat.tags; first;', 'first', [': first (plaintext)']],
    ['a loop variable', 'for (const { body } of chats) { body; }', 'body', [': Chat.body (plaintext)']],
    ['a callback parameter', 'chats.map((one) => one.body);', 'one.body', [': Chat.body (plaintext)']],
    [
      'a spread',
      'const copy = { ...chat }; copy;',
      'copy',
      ['body: Chat.body (plaintext)', 'tags.<element>: Chat.tags (plaintext)'],
    ],
    [
      'a namespace member',
      'namespace Vault { export declare const key: Plaintext<string>; } Vault.key;',
      'Vault.key',
      [': key (plaintext)'],
    ],
    ['an object literal', '({ text: chat.body });', '{ text: chat.body }', ['text: text (plaintext)']],
  ])('is told for %s', (_, main, text, expected) => {
    expect(ask(`${CHAT} ${main}`).tags(text)).toEqual(expected);
  });

  it.each([
    ['a template, whose text the value flow follows', '`${chat.body}`;', '`${chat.body}`'],
    ['a concatenation', "chat.body + 'x';", "chat.body + 'x'"],
    ['a comparison', "chat.body === 'x';", "chat.body === 'x'"],
    ['a rest binding without the member', 'const { body, tags, ...rest } = chat; rest;', 'rest'],
    ['a function', '(() => chat.body);', '() => chat.body'],
    ['a literal', "'x';", "'x'"],
  ])('is nothing for %s', (_, main, text) => {
    expect(ask(`${CHAT} ${main}`).tree(text)).toBeUndefined();
  });

  it('is told for declarations as for their names', () => {
    const program = programOf({
      'src/main.ts':
        "import type { Plaintext } from 'stateless-runtime'; function show(text: Plaintext<string>) {}",
    });
    const { oracle } = askOf(program, 'src/main.ts');
    const parameter = nodeOf(fileOf(program, 'src/main.ts'), 'text').parent;
    expect(ts.isParameter(parameter)).toBe(true);
    expect(oracle.treeAt(parameter)?.own.map((tag) => tag.name)).toEqual(['text']);
  });

  it('never throws, whatever the node and however broken the code', () => {
    const texts = [
      "import { Plaintext, Missing } from 'stateless-runtime'; import x, * as y from './nowhere'; /** @plaintext */ export default class extends Missing { @dec() [y.z]!: Plaintext<; #a = this.#b; static { super.x(); } }",
      "/** @plaintext */ enum E { A = 'a', 'b-c' = E.A.length, } namespace N.M { export import K = N.M; } label: for (const {a: [b = 1, ...c], ...d} of await x) continue label; export * as ns from './main.ts'; export = N;",
      "/** @plaintext */ const f = <T extends keyof T>(this: Window, /** @plaintext */ ...[a, { b }]: never[]): a is T => { new.target; import.meta.url; yield* a; delete a?.[b]; (a as const) = <any>b; a!.b?.(c)`${d}` }; var { } = ; type R = R[]; type C<T> = T extends infer U ? C<U> : never; interface I extends I { [k: string]: I['k'] }",
      'with (document) { x = arguments[0]; } switch (y) { case /** @plaintext */ 1: default: } try { } catch ({ message, ...e }) { } abstract class A { abstract get /** @plaintext */ a(); set a(v) {} constructor(private /** @plaintext */ p?) }',
    ];
    const files = Object.fromEntries(texts.map((text, index) => [`src/file${index}.ts`, text]));
    const jsx = {
      'src/view.tsx':
        "/** @plaintext */ const a = 'x'; export const view = <div {...a} b={a} c:d='x'>{a}<a.b />{/* c */}</div>;",
    };
    const program = programOf(
      { ...files, ...jsx },
      { jsx: ts.JsxEmit.Preserve, experimentalDecorators: true },
    );
    const oracle = createTypeOracle(program, {
      brands: BRANDS,
      plaintext: [{ from: 'package', package: 'chat-service', name: 'I' }],
      nameHeuristics: ['a'],
    });
    let asked = 0;
    const visit = (node: ts.Node): void => {
      oracle.treeAt(node)?.deep();
      asked++;
      node.forEachChild(visit);
    };
    for (const file of program.getSourceFiles()) if (file.fileName.includes('/src/')) visit(file);
    expect(asked).toBeGreaterThan(250);
  });
});

describe('content-free types', () => {
  const kindOf = (type: string) => {
    const { program, oracle } = ask(`declare const held: ${type}; held;`);
    return oracle.isContentFree(
      program.getTypeChecker().getTypeAtLocation(nodeOf(fileOf(program, 'src/main.ts'), 'held')),
    );
  };

  it.each(['boolean', 'true', 'void', 'undefined', 'null', 'never', 'boolean | undefined', 'false | null'])(
    'are %s',
    (type) => {
      expect(kindOf(type)).toBe(true);
    },
  );

  it.each([
    'string',
    'number',
    "'a'",
    'boolean | string',
    'object',
    'unknown',
    'any',
    'Plaintext<boolean>',
    '{ ok: boolean }',
  ])('are not %s', (type) => {
    expect(kindOf(type)).toBe(false);
  });
});

it('answers at once where the program mentions no tag', () => {
  const program = programOf({ 'src/main.ts': 'export const draft = { body: 1 };' });
  const { tree, oracle } = askOf(program, 'src/main.ts');
  const draft = nodeOf(fileOf(program, 'src/main.ts'), 'draft');
  expect(oracle.hasTags).toBe(false);
  expect(tree('draft')).toBeUndefined();
  expect(oracle.treeOf(program.getTypeChecker().getTypeAtLocation(draft))).toBeUndefined();
});
