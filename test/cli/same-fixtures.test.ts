/** Every fixture and the leaky twin: the rules and the command tell the same, and so does a run with the files in another order. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as parser from '@typescript-eslint/parser';
import type { ESLint } from 'eslint';
import { Linter } from 'eslint';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { flowRuleNames } from '../../catalogue/policy-rules.ts';
import { languageKinds, policyOf } from '../../catalogue/policy.ts';
import { parseSettings } from '../../catalogue/settings.ts';
import { checkFile } from '../../cli/file-check.ts';
import { ownFilesOf } from '../../cli/project.ts';
import { createAnalysis } from '../../engine/index.ts';
import plugin from '../../rules/index.ts';
import { createSharedHost, findFixtures, repository } from '../fixtures.ts';

/** Folders that are one program here: what each reports does not matter, only that all faces report it. */
interface Group {
  readonly folder: string;
  readonly settings: unknown;
  readonly options: ts.CompilerOptions;
  readonly rootNames: string[];
}

const host = createSharedHost();
const twin = join(repository, 'examples/leaky-summariser');
const folders = [...findFixtures().map((name) => join(repository, 'fixtures', name)), twin];
const groups = await grouped();

test('every fixture is in a group', () => {
  expect(folders.length).toBeGreaterThan(70);
  expect(groups.length).toBeLessThan(folders.length);
});

test.each(groups.map((group) => [relative(repository, group.folder), group] as const))(
  'ESLint, the command and another order of files tell the same flows of %s and its like',
  { timeout: 240_000 },
  (_, { folder, settings, options, rootNames }) => {
    const program = ts.createProgram({ rootNames, options, host });
    const checked = toldByCheck(program, folder, settings);
    expect(toldByEslint(program, folder, settings)).toEqual(checked);
    const reversed = ts.createProgram({ rootNames: rootNames.toReversed(), options, host });
    expect(toldByCheck(reversed, folder, settings)).toEqual(checked);
  },
);

/** Folders with the same options and settings share a program: the language's own files are bound and merged once for all. */
async function grouped(): Promise<readonly Group[]> {
  const byOptions = new Map<string, Group>();
  for (const folder of folders) {
    const settings = await settingsOf(folder);
    const file = join(folder, 'tsconfig.json');
    const config = ts.readConfigFile(file, (path) => ts.sys.readFile(path));
    const { options, fileNames } = ts.parseJsonConfigFileContent(
      config.config,
      ts.sys,
      folder,
      undefined,
      file,
    );
    // What a folder declares for packages would be merged with what another one does, in the order of the files.
    const isAlone = settings !== undefined || fileNames.some((name) => name.endsWith('.d.ts'));
    const alike = { ...options, configFilePath: isAlone ? folder : '' };
    const key = JSON.stringify([alike, settings]);
    const known = byOptions.get(key);
    if (known === undefined) byOptions.set(key, { folder, settings, options, rootNames: [...fileNames] });
    else known.rootNames.push(...fileNames);
  }
  return [...byOptions.values()];
}

/** What stands under `settings.stateless`. */
async function settingsOf(folder: string): Promise<unknown> {
  const file = join(folder, 'settings.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  if (folder !== twin) return undefined;
  const { default: configs } = (await import(pathToFileURL(join(folder, 'eslint.config.js')).href)) as {
    readonly default: readonly Linter.Config[];
  };
  return configs.find(({ settings }) => settings?.['stateless'] !== undefined)?.settings?.['stateless'];
}

function toldByEslint(program: ts.Program, folder: string, settings: unknown): readonly string[] {
  const linter = new Linter({ cwd: repository });
  const config: Linter.Config = {
    files: ['**/*.{js,jsx,cjs,mjs,ts,tsx,cts,mts}'],
    plugins: { stateless: plugin satisfies ESLint.Plugin },
    languageOptions: { parser, parserOptions: { programs: [program], tsconfigRootDir: folder } },
    rules: Object.fromEntries(flowRuleNames.map((name) => [`stateless/${name}`, 'error'])),
    ...(settings === undefined ? {} : { settings: { stateless: settings } }),
  };
  const told = ownFilesOf(program).flatMap(({ fileName, text }) =>
    linter
      .verify(text, config, { filename: fileName })
      // A comment that switches off what is not reported is told by ESLint itself.
      .filter(({ ruleId, fatal }) => ruleId !== null || fatal === true)
      .map(({ line, column, ruleId, message }) =>
        lineOf(folder, fileName, line, column, ruleId?.replace('stateless/', '') ?? 'fatal', message),
      ),
  );
  return told.sort();
}

function toldByCheck(program: ts.Program, folder: string, settings: unknown): readonly string[] {
  const analysis = createAnalysis(program, policyOf(parseSettings(settings), folder, languageKinds));
  const rules = new Map(
    flowRuleNames.map((name) => [name, { qualifiedName: `stateless/${name}`, options: {} }] as const),
  );
  const configuration = { settings, settingsFolder: folder, rules, heedsComments: true };
  const told = ownFilesOf(program).flatMap((file) =>
    checkFile(analysis, file, configuration).findings.map(({ sink, rule, message }) =>
      lineOf(folder, file.fileName, sink.line, sink.column, rule, message),
    ),
  );
  return told.sort();
}

function lineOf(
  folder: string,
  fileName: string,
  line: number,
  column: number,
  rule: string,
  message: string,
): string {
  return `${relative(folder, fileName)}:${line}:${column} ${rule} ${message}`;
}
