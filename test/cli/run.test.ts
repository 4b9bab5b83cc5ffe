/** `stateless check` from words to output: what it finds, what it leaves out, and how it ends. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runIn } from './command.ts';
import { eslintConfig, tsconfig, writeProject } from './written-project.ts';

const message = `import type { Plaintext } from 'stateless-runtime';
export interface ChatMessage {
  readonly id: string;
  readonly body: Plaintext<string>;
  readonly author: Plaintext<string, 'author'>;
}
`;
const header = "import type { ChatMessage } from './message.js';\n";
const leak = `${header}export function receive(message: ChatMessage): void {
  console.log(message.body);
}
`;
const clean = `${header}export function receive(message: ChatMessage): void {
  console.log(message.id);
}
`;

describe('without an ESLint configuration', () => {
  test('a project without a leak is clean, and a line says what was applied', async () => {
    const folder = writeProject({ 'src/message.ts': message, 'src/chat.ts': clean });
    expect(await runIn(folder, 'check')).toEqual({
      exitCode: 0,
      stdout: 'No plaintext reaches a sink in 2 files.\n',
      stderr: 'No ESLint configuration was found: configs.recommended of eslint-plugin-stateless applies.\n',
    });
  });

  test('a leak is told with its place, its rule and its sentence', async () => {
    const folder = writeProject({ 'src/message.ts': message, 'src/chat.ts': leak });
    const { exitCode, stdout } = await runIn(folder, 'check', '-p', '.');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /^src\/chat\.ts:3:3 {2}no-plaintext-to-log {2}'ChatMessage\.body' reaches the log\.\n/,
    );
    expect(stdout).toMatch(/\n\n1 finding in 1 file\.\n$/);
  });

  test('the JSON report has the documented form, and nothing else on its stream', async () => {
    const folder = writeProject({ 'src/message.ts': message, 'src/chat.ts': leak });
    const { exitCode, report } = await reportIn(join(folder, 'src'), '-p', '..');
    expect(exitCode).toBe(1);
    expect(report).toEqual({
      version: 1,
      findings: [
        {
          rule: 'no-plaintext-to-log',
          kind: 'log',
          labels: ['plaintext'],
          message: "'ChatMessage.body' reaches the log.",
          source: {
            file: expect.stringMatching(/^(?:chat|message)\.ts$/),
            line: expect.any(Number),
            column: expect.any(Number),
            name: 'ChatMessage.body',
          },
          sink: { file: 'chat.ts', line: 3, column: 3, name: 'console.log()' },
          steps: expect.any(Array),
        },
      ],
      suppressed: [],
      gaps: [],
    });
    for (const step of report.findings[0]?.steps ?? [])
      expect(step).toEqual({
        file: expect.stringMatching(/^(?:chat|message)\.ts$/),
        line: expect.any(Number),
        column: expect.any(Number),
        what: expect.any(String),
      });
  });
});

describe('the ESLint configuration of the project', () => {
  test('is silent on the error stream when it switches rules on', async () => {
    const folder = writeProject({ ...withConfig(), 'src/chat.ts': leak });
    expect(await runIn(folder, 'check')).toMatchObject({ exitCode: 1, stderr: '' });
  });

  test('ignores files', async () => {
    const folder = writeProject({
      ...withConfig('', "{ ignores: ['src/generated/'] },"),
      'src/generated/chat.ts': leak.replace('./message', '../message'),
      'src/chat.ts': clean,
    });
    expect(await runIn(folder, 'check')).toMatchObject({
      exitCode: 0,
      stdout: 'No plaintext reaches a sink in 2 files.\n',
    });
  });

  test('switches rules off, and warnings count', async () => {
    const both = leak.replace('console', "writeFileSync('/var/chat/last', message.body);\n  console");
    const folder = writeProject({
      ...withConfig("rules: { 'stateless/no-plaintext-to-disk': 'warn' },"),
      'src/chat.ts': `import { writeFileSync } from 'node:fs';\n${both}`,
    });
    const { exitCode, report } = await reportIn(folder);
    expect(exitCode).toBe(1);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['no-plaintext-to-disk']);
  });

  test('gives rules their options', async () => {
    const folder = writeProject({
      ...withConfig("rules: { 'stateless/no-plaintext-to-log': ['error', { labels: ['author'] }] },"),
      'src/chat.ts': leak.replace(
        'console.log(message.body);',
        'console.log(message.body);\n  console.log(message.author);',
      ),
    });
    const { report } = await reportIn(folder);
    expect(report.findings.map(({ sink, labels }) => [sink.line, labels])).toEqual([[4, ['author']]]);
  });

  test('may hold the plugin under another prefix', async () => {
    const folder = writeProject({
      ...withConfig("plugins: { sessions: stateless }, rules: { 'sessions/no-plaintext-to-log': 'error' },"),
      'src/chat.ts': leak.replace(
        '  console',
        '  // eslint-disable-next-line sessions/no-plaintext-to-log\n  console',
      ),
    });
    const { exitCode, report } = await reportIn(folder);
    expect([exitCode, report.findings.length, report.suppressed.length]).toEqual([0, 0, 1]);
  });

  test('tells what is plaintext, by paths relative to its folder', async () => {
    const folder = writeProject({
      ...withConfig(
        "settings: { stateless: { plaintext: [{ from: 'file', path: 'src/order.ts', name: 'Order' }] } },",
      ),
      'src/order.ts': 'export interface Order { readonly address: string }\n',
      'src/chat.ts':
        "import type { Order } from './order.js';\nexport const show = (order: Order): void => { console.log(order.address); };\n",
    });
    const { report } = await reportIn(folder);
    expect(report.findings.map(({ source, sink }) => [source.name, sink.line])).toEqual([['Order', 2]]);
  });

  test('may say other things in other folders', async () => {
    const sink = (name: string) =>
      `settings: { stateless: { models: { sinks: [{ type: 'global', path: 'Member[${name}].Argument[0]', kind: 'log' }] } } },`;
    const folder = writeProject({
      'eslint.config.js': eslintConfig(sink('audit'), '').replace(
        '];',
        `{ files: ['src/enclave/**'], ${sink('report')} }];`,
      ),
      'src/globals.d.ts':
        'declare function audit(text: string): void;\ndeclare function report(text: string): void;\n',
      'src/message.ts': message,
      'src/chat.ts': leak.replace('console.log', 'audit'),
      'src/enclave/chat.ts': leak.replace('console.log', 'report').replace('./message', '../message'),
      'src/enclave/other.ts': leak.replace('console.log', 'void').replace('./message', '../message'),
    });
    const { report } = await reportIn(folder);
    expect(report.findings.map(({ sink: { file } }) => file)).toEqual(['src/chat.ts', 'src/enclave/chat.ts']);
  });

  test('can be another one than the project has', async () => {
    const folder = writeProject({
      ...withConfig("rules: { 'stateless/no-plaintext-to-disk': 'error' },"),
      'lint/strict.js': eslintConfig(),
      'src/chat.ts': leak,
    });
    expect(await runIn(folder, 'check')).toMatchObject({ exitCode: 0 });
    expect(await runIn(folder, 'check', '--config', 'lint/strict.js')).toMatchObject({ exitCode: 1 });
  });

  test('that does not use the plugin keeps its ignores, and recommended applies', async () => {
    const folder = writeProject({
      'eslint.config.js': "export default [{ ignores: ['src/generated/'] }, { files: ['**/*.js'] }];\n",
      'src/message.ts': message,
      'src/generated/chat.ts': leak.replace('./message', '../message'),
      'src/chat.ts': leak,
    });
    const { exitCode, report, stderr } = await reportIn(folder);
    expect(exitCode).toBe(1);
    expect(report.findings.map(({ sink }) => sink.file)).toEqual(['src/chat.ts']);
    expect(stderr).toMatch(
      /^The ESLint configuration .*eslint\.config\.js does not use eslint-plugin-stateless: its configs\.recommended applies\.\n$/,
    );
  });
});

describe('a finding under an inline comment', () => {
  const disabled = leak.replace(
    '  console',
    '  // eslint-disable-next-line stateless/no-plaintext-to-log -- the console of a demo\n  console',
  );

  test('is listed as suppressed and does not count', async () => {
    const folder = writeProject({ ...withConfig(), 'src/chat.ts': disabled });
    const { exitCode, report } = await reportIn(folder);
    expect([exitCode, report.findings]).toEqual([0, []]);
    expect(report.suppressed.map(({ rule, sink }) => [rule, sink.file, sink.line])).toEqual([
      ['no-plaintext-to-log', 'src/chat.ts', 4],
    ]);
    expect((await runIn(folder, 'check')).stdout).toBe(
      'No plaintext reaches a sink in 2 files.\n1 suppressed finding: src/chat.ts:4:3 no-plaintext-to-log.\n',
    );
  });

  test('counts where the configuration heeds no comments', async () => {
    const folder = writeProject({
      ...withConfig('linterOptions: { noInlineConfig: true },'),
      'src/chat.ts': disabled,
    });
    expect(await runIn(folder, 'check')).toMatchObject({ exitCode: 1 });
  });
});

test('a solution is checked project by project, and what they share is told once', async () => {
  const folder = writeProject({
    'tsconfig.json': JSON.stringify({ files: [], references: [{ path: './api' }, { path: './model' }] }),
    'api/tsconfig.json': tsconfig(
      { include: ['.'], references: [{ path: '../model' }] },
      { composite: true },
    ),
    'api/chat.ts': "import { receive } from '../model/chat.js';\nexport const handler = receive;\n",
    'model/tsconfig.json': tsconfig({ include: ['.'] }, { composite: true }),
    'model/message.ts': message,
    'model/chat.ts': leak,
  });
  const { exitCode, report } = await reportIn(folder);
  expect([exitCode, report.findings.map(({ sink }) => sink.file)]).toEqual([1, ['model/chat.ts']]);
});

describe('what cannot run ends with 2 and one line that says what to do', () => {
  test.each([
    ['a missing project', {}, ['-p', 'packages/api'], /There is no .*packages\/api\. Name the tsconfig/],
    [
      'a wrong tsconfig',
      { 'tsconfig.json': '{ "include": 3 }' },
      [],
      /tsconfig\.json:1: .*Correct the tsconfig/,
    ],
    [
      'wrong settings',
      withConfig("settings: { stateless: { unmodelledCalls: 'report' } },"),
      [],
      /settings\.stateless\.unmodelledCalls is 'report'; allowed: 'propagate' or 'ignore'\.$/,
    ],
    [
      'a wrong row',
      withConfig("settings: { stateless: { models: { sources: [{ type: 'global', path: 'Membr[a]' }] } } },"),
      [],
      /settings\.stateless\.models\.sources\[0\] cannot be read: .*Membr/,
    ],
    [
      'wrong options of a rule',
      withConfig("rules: { 'stateless/no-plaintext-to-log': ['error', { label: 'a' }] },"),
      [],
      /The ESLint configuration .*eslint\.config\.js cannot be used: .*Correct it/,
    ],
    [
      'a configuration that fails',
      { 'eslint.config.js': "import 'not-installed';\n" },
      [],
      /The ESLint configuration .* cannot be used: .*not-installed/,
    ],
    ['a configuration that is not there', {}, ['--config', 'lint.js'], /The ESLint configuration .*lint\.js/],
    [
      'a configuration that ignores everything',
      withConfig('', "{ ignores: ['src/'] },"),
      [],
      /Nothing to check: the ESLint configuration .* ignores every file of the project\. Correct it/,
    ],
    [
      'a configuration that switches every rule off',
      withConfig('rules: {},'),
      [],
      /Nothing to check: the ESLint configuration .* switches on no rule of eslint-plugin-stateless/,
    ],
    ['an unknown command', {}, ['--format', 'sarif'], /There is no format 'sarif'\. Use/],
  ])('%s', async (_, files, words, line) => {
    const folder = writeProject({ 'src/message.ts': message, ...files });
    const { exitCode, stdout, stderr } = await runIn(folder, 'check', ...words);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^stateless: [^\n]*\n$/);
    expect(stderr.trimEnd()).toMatch(line);
  });
});

test('help and the version go to the output', async () => {
  const folder = writeProject({});
  expect(await runIn(folder, '--help')).toMatchObject({ exitCode: 0, stderr: '' });
  expect((await runIn(folder, '--help')).stdout).toContain('stateless check');
  expect((await runIn(folder, '--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

function withConfig(more = '', before = ''): Readonly<Record<string, string>> {
  return { 'eslint.config.js': eslintConfig(more, before), 'src/message.ts': message };
}

interface PrintedFinding {
  readonly rule: string;
  readonly labels: readonly string[];
  readonly source: { readonly name: string };
  readonly sink: { readonly file: string; readonly line: number };
  readonly steps: readonly unknown[];
}

interface PrintedReport {
  readonly findings: readonly PrintedFinding[];
  readonly suppressed: readonly PrintedFinding[];
}

async function reportIn(folder: string, ...words: readonly string[]) {
  const { exitCode, stdout, stderr } = await runIn(folder, 'check', '--format', 'json', ...words);
  return { exitCode, stderr, report: JSON.parse(stdout || stderr) as PrintedReport };
}
