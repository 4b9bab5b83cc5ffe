/** The tests that the runtime's README shows are run as they are written there, in a folder of their own. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const modules = join(root, 'node_modules');
const folder = mkdtempSync(join(tmpdir(), 'stateless-readme-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it.skipIf(process.platform !== 'linux')(
  'the tests of the README pass as they are written',
  async () => {
    for (const name of ['summarise.ts', 'summarise.test.ts']) writeFileSync(join(folder, name), sample(name));
    writeFileSync(
      join(folder, 'ranking.ts'),
      "export const summarise = async (messages: readonly string[]): Promise<string> => messages[0] ?? '';\n",
    );
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
    const report = join(folder, 'report.json');
    mkdirSync(join(folder, 'node_modules'));
    // What a bundle imports must be there itself: a session process reads nothing elsewhere.
    cpSync(join(modules, 'valibot'), join(folder, 'node_modules/valibot'), {
      recursive: true,
      dereference: true,
    });
    for (const name of ['vitest', 'stateless-runtime'])
      symlinkSync(join(modules, name), join(folder, 'node_modules', name));
    await promisify(execFile)(
      process.execPath,
      [join(modules, 'vitest/vitest.mjs'), 'run', '--reporter=json', `--outputFile=${report}`],
      { cwd: folder, env: { PATH: process.env['PATH'] } },
    );
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ numTotalTests: 3, numPassedTests: 3 });
  },
  600_000,
);

function sample(name: string): string {
  const page = readFileSync(join(root, 'runtime/README.md'), 'utf8');
  const [, after = ''] = page.split(`\`\`\`ts\n// ${name}\n`);
  return after.slice(0, after.indexOf('```'));
}
