import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type ts from 'typescript';
import { ESLint, type Rule } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'stateless-programs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FILES = 400;

/** Analyses hang on programs: were there one for each file, each file would pay for the whole program. */
test('under the project service all files of one lint are of one program, so that they share one analysis', async () => {
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ include: ['*.ts'] }));
  for (let index = 0; index < FILES; index += 1) {
    const imported = index === 0 ? '' : `import { size${index - 1} } from './room-${index - 1}';\n`;
    const value = index === 0 ? '0' : `size${index - 1} + 1`;
    writeFileSync(
      join(folder, `room-${index}.ts`),
      `${imported}export const size${index}: number = ${value};\n`,
    );
  }
  const programs = new Set<unknown>();
  const results = await lint(programs);
  expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  expect(results).toHaveLength(FILES);
  expect(programs.size).toBe(1);
});

function lint(programs: Set<unknown>): Promise<ESLint.LintResult[]> {
  const collect: Rule.RuleModule = {
    create(context) {
      const services: { readonly program?: ts.Program } = context.sourceCode.parserServices;
      programs.add(services.program);
      return {};
    },
  };
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.ts'],
      languageOptions: {
        parser: tseslint.parser,
        parserOptions: { projectService: true, tsconfigRootDir: folder },
      },
      plugins: { own: { rules: { collect } } },
      rules: { 'own/collect': 'error' },
    },
  });
  return eslint.lintFiles(['*.ts']);
}
