/** typescript-eslint's rule tester under vitest, with types, and cases whose places are told by their text. */
import { join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import type { TestCaseError } from '@typescript-eslint/rule-tester';
import { RuleTester } from '@typescript-eslint/rule-tester';
import * as vitest from 'vitest';

/** Makes a tester whose cases are the file of `project/`, with the types of Node and of the real packages. */
export function createRuleTester(): RuleTester {
  RuleTester.afterAll = vitest.afterAll;
  RuleTester.describe = vitest.describe;
  RuleTester.it = vitest.it;
  RuleTester.itOnly = vitest.it.only;
  return new RuleTester({
    languageOptions: {
      parser,
      parserOptions: { projectService: true, tsconfigRootDir: join(import.meta.dirname, 'project') },
    },
  });
}

/** What a flow's message says. */
export interface Expected {
  readonly source: string;
  readonly sink: string;
  /** The decisive hop, with its leading space. Empty where there is none. */
  readonly via?: string;
}

/** The tagged types that the cases speak of. */
const tags = `import type { Plaintext } from 'eslint-plugin-stateless/tags';
interface ChatMessage {
  readonly id: string;
  readonly body: Plaintext<string>;
}
declare const message: ChatMessage;
`;

/** A case: the code after the tagged types. */
export function withTags(code: string): string {
  return `${tags}${code}\n`;
}

/**
 * One report.
 * @param place the reported text, which stands once in the code
 */
export function reaches(code: string, place: string, expected: Expected): TestCaseError<'reaches'> {
  const start = code.indexOf(place);
  if (start < 0 || code.includes(place, start + 1)) throw new Error(`${place} stands not once in the case`);
  const [begin, end] = [positionAt(code, start), positionAt(code, start + place.length)];
  return {
    messageId: 'reaches',
    data: { via: '', ...expected },
    line: begin.line,
    column: begin.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

function positionAt(code: string, offset: number): { readonly line: number; readonly column: number } {
  const before = code.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
