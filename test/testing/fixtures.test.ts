/** Fixture tests for teams: ten fixtures of a project outside this tree, right ones, a wrong one and a new one. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { checkFixture, findFixtures } from '../../testing/index.ts';
import { createTeamProject } from './team-project.ts';

const repository = join(import.meta.dirname, '../..');
const project = createTeamProject();

afterAll(() => {
  project.remove();
});

const check = (fixture: string, update = false): Promise<void> =>
  checkFixture(fixture, { cwd: project.folder, update });

async function failureOf(fixture: string): Promise<string> {
  return check(fixture).then(
    () => 'it passed',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

test('each sub-folder is a fixture', () => {
  expect(findFixtures(join(project.folder, 'fixtures'))).toEqual(project.fixtures);
});

test('a folder that is not there is named', () => {
  expect(() => findFixtures('no-such-folder')).toThrow('There is no folder no-such-folder');
});

test(
  'ten right fixtures pass under the settings, tags and rows of the team',
  { timeout: 240_000 },
  async () => {
    for (const fixture of project.fixtures) await check(fixture);
  },
);

test('one wrong expectation fails on its line, and says what was found instead', async () => {
  const name = 'fixtures/notes/handler.ts';
  const right = project.read(name);
  project.write(name, right.replace('Alert[no-plaintext-to-log]', 'Alert[no-plaintext-to-disk]'));
  const line = right.split('\n').findIndex((one) => one.includes('$ Alert')) + 1;
  const message = await failureOf(join(project.folder, 'fixtures/notes'));
  project.write(name, right);
  expect(message.match(/handler\.ts:\d+/g)).toEqual([`handler.ts:${line}`]);
  expect(message).toContain('expected no-plaintext-to-disk');
  expect(message).toContain("found no-plaintext-to-log: 'ChatMessage.body' reaches the log through print().");
});

test('an expectation that nothing meets says that nothing was found', async () => {
  const name = 'fixtures/ids/handler.ts';
  const right = project.read(name);
  project.write(name, right.replace('message.id);', 'message.id); // $ Alert[no-plaintext-to-log]'));
  const message = await failureOf(join(project.folder, 'fixtures/ids'));
  project.write(name, right);
  expect(message).toContain('found nothing');
});

test('an update writes what new lines report, and leaves promises alone', async () => {
  const name = 'fixtures/new/handler.ts';
  const right = project.read('fixtures/notes/handler.ts');
  project.write(name, right.replaceAll(' // $ Alert[no-plaintext-to-log]', ''));
  await check(join(project.folder, 'fixtures/new'), true);
  expect(project.read(name)).toBe(right);
  project.write(name, right.replace('no-plaintext-to-log', 'no-plaintext-to-disk'));
  await expect(check(join(project.folder, 'fixtures/new'), true)).rejects.toThrow(
    'expected no-plaintext-to-disk',
  );
});

test('an expectation of a rule that does not exist is a slip', async () => {
  const name = 'fixtures/ids/handler.ts';
  const right = project.read(name);
  project.write(name, right.replace('message.id);', 'message.id); // $ MISSING: Alert[no-plaintext-to-lug]'));
  const message = await failureOf(join(project.folder, 'fixtures/ids'));
  project.write(name, right);
  expect(message).toContain('handler.ts:6: there is no rule no-plaintext-to-lug.');
});

test('only the rules that are asked for are held', async () => {
  const folder = join(project.folder, 'fixtures/stores');
  await checkFixture(folder, { cwd: project.folder, rules: ['no-plaintext-to-log'] });
});

test('lines that end as on Windows are read and written', async () => {
  const name = 'fixtures/windows/handler.ts';
  const right = project.read('fixtures/notes/handler.ts').replaceAll('\n', '\r\n');
  project.write(name, right.replaceAll(' // $ Alert[no-plaintext-to-log]', ''));
  await check(join(project.folder, 'fixtures/windows'), true);
  expect(project.read(name)).toBe(right);
  await check(join(project.folder, 'fixtures/windows'));
});

describe('a configuration under which silence says nothing is an error', () => {
  const fixture = join(project.folder, 'fixtures/ids');
  const shared = `import base from './eslint.config.js';\n`;

  test.each([
    ['ignored', `export default [...base, { ignores: ['fixtures/ids/'] }];`, 'handler.ts is ignored'],
    ['off', 'export default [base[0]];', 'No rule of eslint-plugin-stateless is on for handler.ts'],
  ])('%s', async (name, text, fault) => {
    project.write(`${name}.config.mjs`, `${shared}${text}`);
    await expect(
      checkFixture(fixture, { cwd: project.folder, config: `${name}.config.mjs` }),
    ).rejects.toThrow(fault);
  });

  test('another prefix is none', async () => {
    const text = `const [first, { plugins, rules }] = base;
      const renamed = Object.entries(rules).map(([name, value]) => [name.replace('stateless/', 'own/'), value]);
      export default [first, { files: ['**/*.ts'], plugins: { own: plugins.stateless }, rules: Object.fromEntries(renamed) }];`;
    project.write('prefix.config.mjs', `${shared}${text}`);
    const options = { cwd: project.folder, config: 'prefix.config.mjs' };
    await checkFixture(join(project.folder, 'fixtures/notes'), options);
  });
});

/** The program of the checklist's item, as a fixture of the team: right as it stands, and wrong on the line that is changed. */
test('a program of the checklist is held by its own expectations', async () => {
  const name = 'fixtures/expectations/wrappers.ts';
  const program = join(repository, 'fixtures/flow/p-tool/11-expectations/wrappers.ts');
  const right = readFileSync(program, 'utf8').replace('../message.ts', '../../src/message.ts');
  project.write(name, right);
  await check(join(project.folder, 'fixtures/expectations'));
  const silent = "print('chat', message.id);";
  project.write(name, right.replace(silent, `${silent} // $ Alert[no-plaintext-to-log]`));
  const message = await failureOf(join(project.folder, 'fixtures/expectations'));
  const line = right.split('\n').findIndex((one) => one.includes(silent)) + 1;
  expect(message.match(/wrappers\.ts:\d+/g)).toEqual([`wrappers.ts:${line}`]);
});

test('the example of the page runs under node:test', { timeout: 240_000 }, () => {
  const page = readFileSync(join(repository, 'docs/rules/testing.md'), 'utf8');
  const example = /^```js\n(?<code>[\s\S]*?)^```$/m.exec(page)?.groups?.['code'] ?? '';
  const entry = pathToFileURL(join(repository, 'testing/index.ts')).href;
  project.write(
    'example.test.mjs',
    example.replace('eslint-plugin-stateless/testing', entry).replace("'fixtures'", "'fixtures/aliases'"),
  );
  const { status, stdout } = spawnSync(process.execPath, ['--test', 'example.test.mjs'], {
    cwd: project.folder,
    encoding: 'utf8',
  });
  expect(stdout).toContain('fixture aliases');
  expect(status).toBe(0);
});
