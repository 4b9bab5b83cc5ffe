/** The packed plugin in a project outside this tree, under the runners that teams use. Jest, which is not installed here, keeps what it was asked where it is read. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { isUpdate } from '../../testing/is-update.ts';
import { createInstalledProject } from './team-project.ts';

const project = createInstalledProject();
afterAll(() => {
  project.remove();
});

const right = 'fixtures/notes/handler.ts';
const program = project.read(right);

for (const runner of ['node:test', 'vitest'])
  project.write(
    `${runner.replace(':', '-')}/team.test.mjs`,
    `import { test } from '${runner}';
     import { testFixtures } from 'eslint-plugin-stateless/testing';
     testFixtures(test, 'fixtures');`,
  );

const runners = [
  { name: 'node:test', args: ['--test', 'node-test/team.test.mjs'], update: '--test-update-snapshots' },
  { name: 'vitest', args: ['node_modules/vitest/vitest.mjs', 'run', 'vitest'], update: '-u' },
];

function run(args: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: project.folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NO_COLOR: '1' },
  });
  return { status, stdout: stdout + stderr };
}

describe.each(runners)('under $name', ({ args, update }) => {
  afterEach(() => {
    project.write(right, program);
  });

  test(
    'one wrong expectation of ten fixtures fails, on its line, with what was found',
    { timeout: 240_000 },
    () => {
      project.write(right, program.replace('no-plaintext-to-log', 'no-plaintext-to-disk'));
      const { status, stdout } = run(args);
      expect(status).toBe(1);
      expect(new Set(stdout.match(/handler\.ts:\d+$/gm))).toEqual(new Set(['handler.ts:6']));
      expect(stdout).toContain('expected no-plaintext-to-disk');
      expect(stdout).toContain(
        "found no-plaintext-to-log: 'ChatMessage.body' reaches the log through print().",
      );
      expect(stdout).toMatch(/pass 9\b|9 passed/);
    },
  );

  test('its own flag for updates writes what a new fixture reports', { timeout: 240_000 }, () => {
    project.write(right, program.replaceAll(' // $ Alert[no-plaintext-to-log]', ''));
    const [first = '', ...others] = args;
    const { status, stdout } = run(update === '-u' ? [...args, update] : [first, update, ...others]);
    expect({ status, stdout }).toMatchObject({ status: 0 });
    expect(project.read(right)).toBe(program);
  });
});

describe('asked for by jest', () => {
  // Vitest keeps its matchers in the same place.
  const place = Symbol.for('$$jest-matchers-object');
  const put = (value: unknown): boolean =>
    Reflect.defineProperty(globalThis, place, { value, configurable: true, writable: true });

  test.each([
    ['all', true],
    ['new', false],
  ])("its state '%s' is an update: %s", (state, asked) => {
    const had: unknown = Reflect.get(globalThis, place);
    put({ state: { snapshotState: { _updateSnapshot: state } } });
    const found = isUpdate();
    put(had);
    expect(found).toBe(asked);
  });
});
