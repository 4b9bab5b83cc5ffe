/** typescript-eslint's rule tester under vitest, with the types of `project/`, and what every table of cases is held to. */
import { join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import type { RunTests } from '@typescript-eslint/rule-tester';
import { RuleTester } from '@typescript-eslint/rule-tester';
import * as vitest from 'vitest';
import { findNewFaults, type Edit } from './compiled-texts.ts';

const LEAST_CASES = 12;

/**
 * Holds a rule to its cases. Each is the file of `project/`, with the types of Node and of the real packages. There are
 * enough of them, and each suggestion makes a program that compiles.
 */
export function runTyped<MessageId extends string, Options extends readonly unknown[]>(
  name: string,
  rule: Parameters<typeof RuleTester.prototype.run<MessageId, Options>>[1],
  cases: RunTests<MessageId, Options>,
): void {
  RuleTester.afterAll = vitest.afterAll;
  RuleTester.describe = vitest.describe;
  RuleTester.it = vitest.it;
  RuleTester.itOnly = vitest.it.only;
  const tester = new RuleTester({
    languageOptions: {
      parser,
      parserOptions: { projectService: true, tsconfigRootDir: join(import.meta.dirname, 'project') },
    },
  });
  tester.run(name, rule, cases);
  vitest.test('there are enough cases', () => {
    vitest.expect(cases.valid.length + cases.invalid.length).toBeGreaterThanOrEqual(LEAST_CASES);
    vitest.expect(Math.min(cases.valid.length, cases.invalid.length)).toBeGreaterThan(2);
  });
  const edits = cases.invalid.flatMap(editsOf);
  if (edits.length > 0)
    vitest.test('each suggestion makes a program that compiles', () => {
      vitest.expect(findNewFaults(edits)).toEqual([]);
    });
}

function editsOf<MessageId extends string, Options extends readonly unknown[]>({
  code,
  errors,
}: RunTests<MessageId, Options>['invalid'][number]): readonly Edit[] {
  return errors
    .flatMap(({ suggestions }) => suggestions ?? [])
    .map(({ output }) => ({ before: code, after: output }));
}
