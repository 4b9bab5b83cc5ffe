/** typescript-eslint's rule tester under vitest, with the types of `project/`. */
import { join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import * as vitest from 'vitest';

/** Each case is the file of `project/`, with the types of Node and of the real packages. */
export function createTypedTester(): RuleTester {
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
