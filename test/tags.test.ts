import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { errorsOf, fileOf, nodeOf, programOf } from './program.ts';

const DECLARED = `
  import type { Plaintext } from 'eslint-plugin-stateless/tags';
  type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
  declare const text: Plaintext<string>;
  declare const key: Plaintext<string, 'key'>;
  declare const message: Plaintext<{ id: string; size: number }>;
  declare function send(text: string): void;
  declare function seal(text: Plaintext<string>): Uint8Array;
  declare function first<T>(list: readonly T[]): T;
`;

const errorCount = (code: string): number =>
  errorsOf(programOf({ 'src/main.ts': `${DECLARED} ${code} export {};` })).length;

describe('the type Plaintext', () => {
  it.each([
    ['fits where its content is asked for', 'send(text);'],
    ['fits where the same tag is asked for', 'seal(text);'],
    ['keeps the methods of its content', 'const shorter: string = text.trim();'],
    ['keeps the members of its content', 'const size: number = message.size;'],
    ['fits where an object is asked for', 'const plain: { id: string } = message;'],
    ['is inferred by generic functions', 'seal(first([text, text]));'],
    ['takes a literal of its content by a cast', "seal('x' as Plaintext<string>);"],
    ['leaves null and undefined as they are', 'const none: Plaintext<string | null | undefined> = null;'],
    [
      'tags what is left of a nullable',
      'declare const maybe: Plaintext<string | undefined>; if (maybe !== undefined) seal(maybe);',
    ],
    [
      'is the same for a nullable content and a nullable tag',
      'const same: Equal<Plaintext<string | null>, Plaintext<string> | null> = true;',
    ],
    [
      'is any for any, since any takes in all it is joined with',
      'const same: Equal<Plaintext<any>, any> = true;',
    ],
    ['is never for never', 'const same: Equal<Plaintext<never>, never> = true;'],
    [
      'tags each of several contents',
      "declare const mood: Plaintext<'sad' | 'glad'>; const plain: 'sad' | 'glad' = mood;",
    ],
    ['fits unknown', 'const any: unknown = text;'],
    ['may carry one of several labels', "const either: Plaintext<string, 'key' | 'prompt'> = key;"],
    [
      'distributes over a union',
      'const same: Equal<Plaintext<string | number>, Plaintext<string> | Plaintext<number>> = true;',
    ],
  ])('%s', (_, code) => {
    expect(errorCount(code)).toBe(0);
  });

  it.each([
    ['does not take its content without a cast', "seal('x');"],
    ['does not take a plain object', "const tagged: Plaintext<{ id: string }> = { id: 'x' };"],
    ['does not take another label', 'seal(key);'],
    ['does not take a number where its content is a string', 'seal(3 as Plaintext<number>);'],
    [
      'does not hide that its content may be undefined',
      'declare const maybe: Plaintext<string | undefined>; seal(maybe);',
    ],
    ['does not tag null', 'const tagged: Plaintext<string> = null;'],
    ['does not open what is unknown', 'declare const opaque: Plaintext<unknown>; opaque.id;'],
    ['has a label that is a string', 'declare const odd: Plaintext<string, 3>; odd;'],
    ['does not tag what methods make of it', 'seal(text.trim());'],
  ])('%s', (_, code) => {
    expect(errorCount(code)).toBe(1);
  });

  it('is another type than that of another package, though it fits where content is asked for', () => {
    const code =
      "import type { Plaintext as Other } from 'stateless-runtime'; declare const other: Other<string>;";
    expect(errorCount(`${code} send(other);`)).toBe(0);
    expect(errorCount(`${code} seal(other);`)).toBe(1);
  });

  it('brings no name of its own to its content', () => {
    const program = programOf({ 'src/main.ts': `${DECLARED} message; export {};` });
    const checker = program.getTypeChecker();
    const type = checker.getTypeAtLocation(nodeOf(fileOf(program, 'src/main.ts'), 'message'));
    const named = checker.getPropertiesOfType(type).map((member) => ts.symbolName(member));
    expect(named.filter((name) => /^\w+$/.test(name) && !name.startsWith('__@'))).toEqual(['id', 'size']);
  });
});
