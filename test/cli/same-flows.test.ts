/** ESLint and `stateless check` report the same flows: two faces of one engine. */
import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { check } from '../../cli/check.ts';
import { eslintConfig, writeProject } from './written-project.ts';

const message = `import type { Plaintext } from 'stateless-runtime';
export interface ChatMessage {
  readonly id: string;
  readonly body: Plaintext<string>;
  readonly author: Plaintext<string, 'author'>;
}
`;

/** A service with leaks of all three kinds, across files, under a comment, in an ignored file, and of a row of its own. */
const service: Readonly<Record<string, string>> = {
  'eslint.config.js': eslintConfig(
    "settings: { stateless: { models: { sinks: [{ type: 'global', path: 'Member[audit].Argument[0]', kind: 'log' }] } } },",
    "{ ignores: ['src/generated/'] },",
  ).replace(
    '];',
    "{ files: ['src/enclave/**'], rules: { 'stateless/no-plaintext-to-log': ['error', { labels: ['author'] }] } }];",
  ),
  'src/globals.ts': 'declare global { function audit(text: string): void }\nexport {};\n',
  'src/message.ts': message,
  'src/files.ts': `import { appendFileSync, mkdirSync } from 'node:fs';
export function keep(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  appendFileSync(\`\${folder}/all.txt\`, text);
}
`,
  'src/format.ts': 'export const line = (scope: string, text: string): string => `${scope}: ${text}`;\n',
  'src/handler.ts': `import { keep } from './files.js';
import { line } from './format.js';
import type { ChatMessage } from './message.js';

export class Handler {
  #last = '';

  receive(message: ChatMessage): void {
    this.#last = message.body;
    keep('/var/chat', message.id);
    keep('/var/chat', JSON.stringify({ message }));
    keep(\`/var/chat/\${message.author}\`, '');
    console.info(line(message.id, message.author), message.body.length);
    audit(message.body);
    // eslint-disable-next-line stateless/no-plaintext-to-log -- shown in the demo only
    console.log(message.body);
  }

  report(): void {
    process.stderr.write(this.#last); console.error(line('last', this.#last));
  }
}
`,
  'src/enclave/handler.ts': `import type { ChatMessage } from '../message.js';
export function receive(message: ChatMessage): void {
  console.log(message.body);
  console.log(message.author);
}
`,
  'src/generated/handler.ts': `import type { ChatMessage } from '../message.js';
export const receive = (message: ChatMessage): void => { console.log(message.body); };
`,
};

test('a service with leaks of all kinds', async () => {
  const folder = writeProject(service);
  const told = await toldByEslint(new ESLint({ cwd: folder }), folder);
  expect(told.length).toBeGreaterThanOrEqual(7);
  expect(await toldByCheck(folder, undefined)).toEqual(told);
});

test.each(['no-plaintext-to-disk', 'no-plaintext-to-log', 'no-plaintext-to-object-store'])(
  'the fixture of %s',
  async (rule) => {
    const folder = join(import.meta.dirname, '../../fixtures/rules', rule);
    const config = join(writeProject({ 'lint.js': eslintConfig() }), 'lint.js');
    const told = await toldByEslint(new ESLint({ cwd: folder, overrideConfigFile: config }), folder);
    expect(told.map((line) => line.split(' ')[1])).toContain(rule);
    expect(await toldByCheck(folder, config)).toEqual(told);
  },
);

async function toldByEslint(eslint: ESLint, folder: string): Promise<readonly string[]> {
  const results = await eslint.lintFiles(['**/*.ts']);
  return results
    .flatMap(({ filePath, messages }) =>
      messages.map(
        ({ line, column, ruleId, message: text }) =>
          `${relative(folder, filePath)}:${line}:${column} ${String(ruleId).replace('stateless/', '')} ${text}`,
      ),
    )
    .sort();
}

async function toldByCheck(folder: string, config: string | undefined): Promise<readonly string[]> {
  const quiet = { say: () => undefined, end: () => undefined };
  const { findings } = await check({ project: '.', config, folder }, quiet);
  return findings
    .map(({ sink, rule, message: text }) => `${sink.file}:${sink.line}:${sink.column} ${rule} ${text}`)
    .sort();
}
