/** The findings of a rule that reports no flows, over the program of a fixture. */
import { relative, sep } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import type { ESLint } from 'eslint';
import { Linter } from 'eslint';
import type ts from 'typescript';
import plugin from '../rules/index.ts';
import { flowRuleNames } from '../catalogue/policy-rules.ts';
import type { Finding } from '../testing/expectations.ts';

/** The rule that a folder of `fixtures/rules` is about, where it is one that reports no flows. */
export function findPlainRule(fixture: string): string | undefined {
  const name = /^rules\/(?<name>[^/]+)$/.exec(fixture)?.groups?.['name'];
  return name !== undefined && name in plugin.rules && !flowRuleNames.includes(name) ? name : undefined;
}

export function lintProgram(program: ts.Program, folder: string, rule: string): readonly Finding[] {
  const linter = new Linter({ cwd: folder });
  const config: Linter.Config = {
    files: ['**/*.ts'],
    plugins: { stateless: plugin satisfies ESLint.Plugin },
    languageOptions: { parser, parserOptions: { programs: [program] } },
    rules: { [`stateless/${rule}`]: 'error' },
  };
  return program
    .getSourceFiles()
    .filter(({ fileName, isDeclarationFile }) => !isDeclarationFile && fileName.startsWith(folder))
    .flatMap(({ fileName, text }) =>
      linter.verify(text, config, { filename: fileName }).map(({ line, ruleId, message }) => ({
        file: relative(folder, fileName).split(sep).join('/'),
        line,
        rule: ruleId?.replace('stateless/', '') ?? message,
      })),
    );
}
