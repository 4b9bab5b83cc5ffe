/** The programs of the checklist's item on suggestions: each finding offers an edit, and each edit silences its line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import type { ESLint } from 'eslint';
import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import plugin from '../../rules/index.ts';
import { readExpectations } from '../../testing/expectations.ts';

const section = join(import.meta.dirname, '../../fixtures/flow/p-tool');
const file = join(section, '04-suggestions/lines.ts');
const text = readFileSync(file, 'utf8');
const rule = 'stateless/no-plaintext-to-log';

function lint(code: string): readonly Linter.LintMessage[] {
  const config: Linter.Config = {
    files: ['**/*.ts'],
    plugins: { stateless: plugin satisfies ESLint.Plugin },
    languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: section } },
    rules: { [rule]: 'error' },
  };
  return new Linter({ cwd: section }).verify(code, config, { filename: file });
}

/** A line's number, with each edit that is offered for it. */
const edits = lint(text).flatMap(({ line, suggestions = [] }) =>
  suggestions.map(({ desc, fix }) => ({ line, desc, fix })),
);
/** A value of two tags has two findings, and each of them the same edits. */
const different = [...new Map(edits.map((edit) => [`${edit.line} ${edit.desc}`, edit])).values()];

test('each line that is reported has an edit', () => {
  const expected = new Set(readExpectations('lines.ts', text).map(({ line }) => line));
  expect(expected.size).toBeGreaterThan(0);
  expect(new Set(edits.map(({ line }) => line))).toEqual(expected);
});

test.each(different)('line $line is silent after the edit: $desc', ({ line, fix }) => {
  const [from, to] = fix.range;
  const left = lint(`${text.slice(0, from)}${fix.text}${text.slice(to)}`);
  expect(left.map((message) => message.ruleId)).not.toContain(null);
  expect(left.map((message) => message.line)).not.toContain(line);
  expect(new Set(left.map((message) => message.line)).size).toBe(
    new Set(edits.map((one) => one.line)).size - 1,
  );
});
