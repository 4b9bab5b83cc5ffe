/** typescript-eslint's rule tester for rules that report no flows: cases are code, and what is said on which line. */
import type { TSESLint } from '@typescript-eslint/utils';
import { runTyped } from './typed-tester.ts';

/** A case: its name, its code, and its options where it has some. */
export type ValidCase = readonly [name: string, code: string, options?: unknown];

/** What is reported: the id of the message, the line, and the outcome of its suggestion where it has one. */
export interface Reported {
  readonly messageId: string;
  readonly line: number;
  /** The id of the suggestion's message, and the code that it makes. */
  readonly suggested?: readonly [messageId: string, output: string];
}

export type InvalidCase = readonly [
  name: string,
  code: string,
  reported: readonly Reported[],
  options?: unknown,
];

/** Holds a rule to its cases. Each is the file of `project/`, with the types of Node and of the real packages. */
export function testRule<MessageId extends string, Options extends readonly unknown[]>(
  name: string,
  rule: TSESLint.RuleModule<MessageId, Options>,
  valid: readonly ValidCase[],
  invalid: readonly InvalidCase[],
): void {
  // The tester has its own copy of typescript-eslint's types, whose classes are other classes to the compiler.
  runTyped(name, rule as unknown as Parameters<typeof runTyped<string, readonly unknown[]>>[1], {
    valid: valid.map(([title, code, options]) => ({
      name: title,
      code,
      options: options === undefined ? [] : [options],
    })),
    invalid: invalid.map(([title, code, reported, options]) => ({
      name: title,
      code,
      options: options === undefined ? [] : [options],
      errors: reported.map(({ messageId, line, suggested }) => ({
        messageId,
        line,
        ...(suggested && { suggestions: [{ messageId: suggested[0], output: suggested[1] }] }),
      })),
    })),
  });
}

/** The tagged types that cases speak of, on one line. */
export const TAGS = `import type { Plaintext } from 'eslint-plugin-stateless/tags'; interface ChatMessage { readonly id: string; readonly body: Plaintext<string> } declare const message: ChatMessage;
`;

/** Code below the tagged types: its first line is line 2. */
export const tagged = (code: string): string => `${TAGS}${code}\n`;
