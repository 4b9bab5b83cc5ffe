/** Adoption: old findings can be put aside in bulk, new ones still count, and code without tags stays silent. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';
import { createTeamProject } from '../testing/team-project.ts';

const project = createTeamProject();
afterAll(() => {
  project.remove();
});

const eslint = join(import.meta.dirname, '../../node_modules/eslint/bin/eslint.js');

function lint(...args: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', eslint, ...args],
    {
      cwd: project.folder,
      encoding: 'utf8',
    },
  );
  return { status, stdout };
}

test('bulk suppressions put old findings aside, and a new one fails', { timeout: 300_000 }, () => {
  expect(lint('fixtures', '--suppress-all').status).toBe(0);
  expect(project.read('eslint-suppressions.json')).toContain('stateless/no-plaintext-to-log');
  expect(lint('fixtures').status).toBe(0);
  const name = 'fixtures/ids/handler.ts';
  project.write(name, project.read(name).replace('console.log(message.id);', 'console.log(message.body);'));
  const { status, stdout } = lint('fixtures');
  expect(status).toBe(1);
  expect(stdout).toContain('ids/handler.ts');
  expect(stdout).toContain('stateless/no-plaintext-to-log');
});

test('gaps of the analysis can be put aside in bulk as well', { timeout: 300_000 }, () => {
  const rule = '{ "stateless/analysis-incomplete": "error" }';
  project.write(
    'src/vendor.ts',
    `import type { ChatMessage } from './message.ts';
declare const vendor: any;
export const translate = (message: ChatMessage): unknown => vendor.translate(message.body);
`,
  );
  expect(lint('src', '--rule', rule).status).toBe(1);
  expect(lint('src', '--rule', rule, '--suppress-all').status).toBe(0);
  expect(project.read('eslint-suppressions.json')).toContain('stateless/analysis-incomplete');
  expect(lint('src', '--rule', rule)).toEqual({ status: 0, stdout: '' });
  rmSync(join(project.folder, 'src/vendor.ts'));
});

test('the recommended configuration is silent on code without tags', { timeout: 300_000 }, () => {
  rmSync(join(project.folder, 'fixtures'), { recursive: true });
  project.write(
    'src/message.ts',
    `export interface ChatMessage { readonly id: string; readonly body: string }
export class ChatSession { close(): void {} }
export const sessions = new Map<string, ChatSession>();
export function receive(message: ChatMessage): void {
  console.log(message.body);
  sessions.set(message.id, new ChatSession());
}
export const key = globalThis.crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
`,
  );
  const { status, stdout } = lint('src');
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});
