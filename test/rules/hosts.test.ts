/** The rules in hosts and configurations that give them what they need, and in those that do not. */
import { join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import type { Linter as LinterTypes } from 'eslint';
import { Linter } from 'eslint';
import { describe, expect, test, vi } from 'vitest';
import plugin from '../../rules/index.ts';
import { withTags } from './rule-tester.ts';

const folder = join(import.meta.dirname, 'project');
const leak = withTags('console.log(message.body);');

describe('the plugin', () => {
  test('says who it is', () => {
    expect(plugin.meta).toEqual({
      name: 'eslint-plugin-stateless',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      namespace: 'stateless',
    });
  });

  test('is the very plugin that its configurations hold, so that both can stand in one configuration', () => {
    expect(plugin.configs.recommended.plugins?.['stateless']).toBe(plugin);
    expect(lint({}, { plugins: { stateless: plugin } }).map(({ ruleId }) => ruleId)).toEqual([
      'stateless/no-plaintext-to-log',
    ]);
  });

  test('gives each rule a page that is there', () => {
    for (const [name, rule] of Object.entries(plugin.rules))
      expect(rule.meta?.docs?.url).toMatch(new RegExp(`^file:///.*/docs/rules/${name}\\.md$`));
  });

  test('recommends errors only', () => {
    expect(new Set(Object.values(plugin.configs.recommended.rules ?? {}))).toEqual(new Set(['error']));
  });
});

describe('without type information a rule says how to turn it on', () => {
  test.each([
    ["typescript-eslint's parser without a project", { languageOptions: { parser } }, leak],
    ["ESLint's own parser", {}, "console.log('started');"],
  ])('%s', (_, config, code) => {
    const fault = faultOf(() => lintWith([plugin.configs.recommended, { files: ['**/*.ts'] }, config], code));
    expect(fault).toContain('You have used a rule which requires type information');
    expect(fault.split('\n')).toContainEqual(
      expect.stringMatching(/^eslint-plugin-stateless .*parserOptions\.projectService.* true/),
    );
  });
});

describe('under a host that has no types for anyone', () => {
  const untyped = {
    languageOptions: {
      parser: { ...parser, name: 'oxlint', parseForESLint: undefined, parse: parser.parse },
    },
  } as LinterTypes.Config;

  test('the rules are silent, and one of them says so once', () => {
    const warn = vi.spyOn(process, 'emitWarning').mockReturnValue(undefined);
    const config = [plugin.configs.recommended, { files: ['**/*.ts'] }, untyped];
    expect(lintWith(config, leak)).toEqual([]);
    expect(lintWith(config, leak)).toEqual([]);
    expect(warn.mock.calls.map(([text]) => text)).toEqual([
      expect.stringContaining('the rules of eslint-plugin-stateless are silent'),
    ]);
    warn.mockRestore();
  });
});

describe('settings', () => {
  test('are shared by the rules, and add to what they know', () => {
    const source = { type: 'os', path: 'Member[hostname].ReturnValue', label: 'place' };
    const settings = { stateless: { models: { sources: [source] } } };
    const code = "import { hostname } from 'node:os';\nconsole.log(hostname());";
    expect(lint({}, { settings }, code).map(({ message }) => message)).toEqual([
      "'hostname()' reaches the log.",
    ]);
    expect(lint({}, {}, code)).toEqual([]);
  });

  test('that are wrong stop the run with the key, the value and what is allowed', () => {
    const settings = { stateless: { unmodelledCalls: 'report' } };
    expect(faultOf(() => lint({}, { settings }))).toContain(
      "settings.stateless.unmodelledCalls is 'report'; allowed: 'propagate' or 'ignore'.",
    );
  });

  test('with a row that cannot be read stop the run with its key', () => {
    const settings = {
      stateless: { models: { sinks: [{ type: 'global', path: 'Membr[a]', kind: 'log' }] } },
    };
    expect(faultOf(() => lint({}, { settings }))).toContain(
      'settings.stateless.models.sinks[0] cannot be read:',
    );
  });
});

test('options that are wrong stop the run', () => {
  const rules: LinterTypes.RulesRecord = { 'stateless/no-plaintext-to-log': ['error', { label: 'message' }] };
  expect(faultOf(() => lint({}, { rules }))).toContain('no-plaintext-to-log');
});

function lint(
  parserOptions: LinterTypes.ParserOptions,
  more: LinterTypes.Config,
  code = leak,
): readonly LinterTypes.LintMessage[] {
  const typed = { projectService: true, tsconfigRootDir: folder, ...parserOptions };
  const files = { files: ['**/*.ts'], languageOptions: { parser, parserOptions: typed } };
  return lintWith([plugin.configs.recommended, files, more], code);
}

function lintWith(config: LinterTypes.Config[], code: string): readonly LinterTypes.LintMessage[] {
  return new Linter({ cwd: folder }).verify(code, config, { filename: join(folder, 'file.ts') });
}

function faultOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('nothing was thrown');
}
