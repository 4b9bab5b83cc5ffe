/** The program as a process: its exit code and its streams. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { writeProject } from './written-project.ts';

const program = join(import.meta.dirname, '../../cli/main.ts');

test('the exit code of the process is that of the run', () => {
  const folder = writeProject({ 'src/chat.ts': 'export const greeting = 1;\n' });
  const clean = start(folder, 'check');
  expect([clean.status, clean.stdout]).toEqual([0, 'No plaintext reaches a sink in 1 file.\n']);
  const wrong = start(folder, 'check', '-p', 'nowhere.json');
  expect([wrong.status, wrong.stdout]).toEqual([2, '']);
  expect(wrong.stderr).toMatch(/^stateless: There is no .*nowhere\.json\..*\n$/);
});

function start(cwd: string, ...words: readonly string[]) {
  return spawnSync(process.execPath, [program, ...words], { cwd, encoding: 'utf8' });
}
