/** `npm run new:rule NAME` makes the four files of a rule, and they fail until they are filled in. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import * as prettier from 'prettier';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesOfRule } from '../../tools/rule-templates.ts';
import { root } from './imports.ts';

describe.each(['no-plaintext-to-queue', 'require-teardown'])('the files of %s', (name) => {
  const files = filesOfRule(name);

  test('are its rule, its test, its page and its fixture folder', () => {
    const places = new Set(
      Object.keys(files).map((file) =>
        file
          .split('/')
          .slice(0, file.startsWith('fixtures/') ? 3 : 4)
          .join('/'),
      ),
    );
    expect([...places]).toEqual([
      `rules/${name}.ts`,
      `test/rules/${name}.test.ts`,
      `docs/rules/${name}.md`,
      `fixtures/rules/${name}`,
    ]);
  });

  test('parse as TypeScript', () => {
    const faults = Object.entries(files)
      .filter(([file]) => file.endsWith('.ts'))
      .flatMap(
        ([fileName, text]) =>
          ts.transpileModule(text, { fileName, reportDiagnostics: true }).diagnostics ?? [],
      );
    expect(faults).toEqual([]);
  });

  test('are formatted as the house is', async () => {
    const options = await prettier.resolveConfig(join(root, 'rules/index.ts'));
    const verdicts = Object.entries(files).map(async ([file, text]) => {
      const isFormatted = await prettier.check(text, { ...options, filepath: file });
      return isFormatted ? [] : [file];
    });
    expect((await Promise.all(verdicts)).flat()).toEqual([]);
  });

  test('expect a report on a line where there is nothing to report yet', () => {
    expect(files[`fixtures/rules/${name}/2-sink.ts`]).toContain(`return message.id; // $ Alert[${name}]`);
  });
});

test.each([
  ['a name that says nothing of what it does', 'plaintext-queue'],
  ['a rule that is there', 'no-plaintext-to-log'],
])('%s is refused in one line, and nothing is written', (_, name) => {
  const result = spawnSync(process.execPath, [join(root, 'tools/new-rule.ts'), name], { encoding: 'utf8' });
  expect(result.status).toBe(2);
  expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
});
