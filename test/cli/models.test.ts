/** A team's own rows on the command line: files of CodeQL's models, and rows that name nothing. */
import { expect, test } from 'vitest';
import { runIn } from './command.ts';
import { eslintConfig, writeProject } from './written-project.ts';

const chat = `
  /** @plaintext */
  export type Body = string;
  export declare function keep(text: string): void;
  export function receive(body: Body): void {
    keep(body);
  }
`;

const models = (path: string): string => `
extensions:
  - addsTo:
      pack: codeql/javascript-all
      extensible: sinkModel
    data:
      - ["chat-service", "${path}", "disk"]
`;

test('rows of a file of models hold', async () => {
  const folder = writeProject({ 'src/chat.ts': chat, 'acme.model.yml': models('Member[keep].Argument[0]') });
  expect(await runIn(folder, 'check')).toMatchObject({ exitCode: 0 });
  const { exitCode, stdout } = await runIn(folder, 'check', '--models', 'acme.model.yml');
  expect(exitCode).toBe(1);
  expect(stdout).toContain("src/chat.ts:6:5  no-plaintext-to-disk  'Body' reaches the disk.");
});

test('the settings may name the file', async () => {
  const folder = writeProject({
    'src/chat.ts': chat,
    'acme.model.yml': models('Member[keep].Argument[0]'),
    'eslint.config.js': eslintConfig("settings: { stateless: { modelFiles: ['acme.model.yml'] } },"),
  });
  expect(await runIn(folder, 'check')).toMatchObject({ exitCode: 1 });
});

test('a row that cannot be read ends the run with the file, the row and the step', async () => {
  const folder = writeProject({ 'src/chat.ts': chat, 'acme.model.yml': models('Membr[keep].Argument[0]') });
  const { exitCode, stderr } = await runIn(folder, 'check', '--models', 'acme.model.yml');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('modelFiles: ');
  expect(stderr).toContain("type: 'chat-service'");
  expect(stderr).toContain("unknown step 'Membr[keep]'");
});

test('a file that is not there ends the run', async () => {
  const folder = writeProject({ 'src/chat.ts': chat });
  expect(await runIn(folder, 'check', '--models', 'none.yml')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('none.yml cannot be read'),
  });
});

test('rows that name something are verified, those of the own package in any of its files', async () => {
  const folder = writeProject({ 'src/chat.ts': chat, 'acme.model.yml': models('Member[keep].Argument[0]') });
  const verified = await runIn(folder, 'check', '--verify-models', '--models', 'acme.model.yml');
  expect(verified).toMatchObject({ exitCode: 0, stdout: 'Each of 1 row names something.\n' });
});

test.each([
  ['Member[kept].Argument[0]', 'nothing at Member[kept]'],
  ['Member[keep].Argument[3]', 'nothing at Argument'],
])('the row %s names nothing', async (path, fault) => {
  const folder = writeProject({ 'src/chat.ts': chat, 'acme.model.yml': models(path) });
  const { exitCode, stdout } = await runIn(folder, 'check', '--verify-models', '--models', 'acme.model.yml');
  expect(exitCode).toBe(1);
  expect(stdout).toContain(`chat-service · ${path}: ${fault}`);
});
