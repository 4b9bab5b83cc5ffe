/** What `npm pack` ships installs and works in an empty project outside this tree. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, isBuilt } from '../../tools/build.ts';
import { root } from './imports.ts';
import type { OutsideProject, Output } from './outside-project.ts';
import { createFolder, createOutsideProject, pack } from './outside-project.ts';
import { chatService, typedConfig, typesConfig, untypedConfig, wrongSettingsConfig } from './chat-service.ts';

interface LintMessage {
  readonly ruleId: string | null;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

describe('the packed packages', () => {
  const shop = createFolder();
  let plugin = '';
  let runtime = '';

  beforeAll(() => {
    expect(isBuilt() || build()).toBe(true);
    plugin = pack(root, shop);
    runtime = pack(join(root, 'runtime'), shop);
  });

  afterAll(() => {
    rmSync(shop, { recursive: true, force: true });
  });

  describe('the tarballs', () => {
    test.each(['plugin', 'runtime'])('hold what is meant to ship and nothing else: %s', (which) => {
      const files = filesIn(which === 'plugin' ? plugin : runtime);
      const meant =
        /^package\/(?:package\.json|LICENSE|README\.md|docs\/rules\/[a-z-]+\.md|docs\/rules\/README\.md|dist\/.*\.(?:js|d\.ts))$/;
      expect(files.filter((file) => !meant.test(file))).toEqual([]);
      expect(files).toContain('package/LICENSE');
      expect(files).toContain('package/README.md');
    });
  });

  describe.each([
    { eslint: '10.15.0', resolution: 'nodenext' },
    { eslint: '9.39.5', resolution: 'bundler' },
  ] as const)('with ESLint $eslint', ({ eslint, resolution }) => {
    let project: OutsideProject;

    beforeAll(() => {
      project = createOutsideProject([
        plugin,
        runtime,
        `eslint@${eslint}`,
        'typescript@6.0.3',
        'typescript-eslint@8.73.0',
      ]);
      project.write(chatService);
    });

    afterAll(() => {
      project.remove();
    });

    test('the recommended configuration reports the leak at its place, and nothing else', () => {
      project.write({ 'eslint.config.js': typedConfig });
      const messages = lint(project);
      expect(messages).toEqual([
        expect.objectContaining({
          ruleId: 'stateless/no-plaintext-to-log',
          line: 5,
          column: 3,
          message: expect.stringMatching(/^'.*body.*' reaches the log.*\.$/),
        }),
      ]);
    });

    test('the command finds the same leak, without ESLint', () => {
      project.write({ 'eslint.config.js': typedConfig });
      const output = project.run('stateless', 'check', '-p', 'tsconfig.json', '--format', 'json');
      const report = JSON.parse(output.stdout) as {
        readonly findings: readonly { readonly rule: string; readonly sink: object }[];
      };
      expect(report.findings).toEqual([
        expect.objectContaining({
          rule: 'no-plaintext-to-log',
          sink: expect.objectContaining({ file: 'src/log-message.ts', line: 5 }),
        }),
      ]);
      expect(output.exitCode).toBe(1);
    });

    test('without type information the rules say in one line how to turn it on', () => {
      project.write({ 'eslint.config.js': untypedConfig });
      const { exitCode, stdout, stderr } = project.run('eslint', 'src');
      expect(exitCode).toBe(2);
      expect(linesWith(/eslint-plugin-stateless.*projectService/, stdout + stderr)).toHaveLength(1);
    });

    test('wrong settings fail with the key, the value and what is allowed', () => {
      project.write({ 'eslint.config.js': wrongSettingsConfig });
      const expected = /settings\.stateless\.unmodelledCalls is 'report'; allowed: 'propagate' or 'ignore'\./;
      const lintOutput = project.run('eslint', 'src');
      expect(lintOutput.exitCode).toBe(2);
      expect(linesWith(expected, textOf(lintOutput))).toHaveLength(1);
      const checkOutput = project.run('stateless', 'check', '-p', 'tsconfig.json');
      expect(checkOutput.exitCode).toBe(2);
      expect(linesWith(expected, textOf(checkOutput))).toHaveLength(1);
    });

    test(`the types of both packages hold under moduleResolution ${resolution}`, () => {
      project.write({ 'types/tsconfig.json': typesConfig(resolution) });
      expect(textOf(project.run('tsc', '-p', 'types'))).toBe('');
    });
  });

  describe('the runtime alone', () => {
    let project: OutsideProject;

    beforeAll(() => {
      project = createOutsideProject([runtime]);
    });

    afterAll(() => {
      project.remove();
    });

    test('brings no other package', () => {
      expect(project.packages()).toEqual(['stateless-runtime']);
    });
  });
});

function lint(project: OutsideProject): readonly LintMessage[] {
  const output = project.run('eslint', '--format', 'json', 'src');
  const results = JSON.parse(output.stdout) as readonly { readonly messages: readonly LintMessage[] }[];
  return results.flatMap(({ messages }) => messages);
}

function textOf({ stdout, stderr }: Output): string {
  return stdout + stderr;
}

function linesWith(pattern: RegExp, text: string): readonly string[] {
  return text.split('\n').filter((line) => pattern.test(line));
}

function filesIn(tarball: string): readonly string[] {
  return spawnSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).stdout.trim().split('\n');
}
