/** The last line of continuous integration counts what vitest reported, and never hides a failure. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';
import { root } from './imports.ts';

const folder = mkdtempSync(join(tmpdir(), 'stateless-summary-'));
const passing = { numPassedTests: 41, numFailedTests: 0, testResults: [] };

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a clean run ends with its count and exit code 0', () => {
  expect(summarise(passing, '0', '0')).toEqual({ line: '41 passed, 0 failed', exitCode: 0 });
});

test('failed tests are counted', () => {
  expect(summarise({ ...passing, numFailedTests: 2 }, '1', '1')).toEqual({
    line: '41 passed, 2 failed',
    exitCode: 1,
  });
});

test('a test file that did not load counts as a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(summarise({ ...passing, testResults }, '1', '1')).toEqual({
    line: '41 passed, 1 failed',
    exitCode: 1,
  });
});

test('a gate that failed beside passing tests counts as a failure', () => {
  expect(summarise(passing, '1', '0')).toEqual({ line: '41 passed, 1 failed', exitCode: 1 });
});

test('a run that left no report has failed', () => {
  expect(summarise(undefined, '0', '0')).toEqual({ line: '0 passed, 1 failed', exitCode: 1 });
});

function summarise(report: object | undefined, ...exitCodes: readonly string[]) {
  const file = join(folder, 'report.json');
  rmSync(file, { force: true });
  if (report !== undefined) writeFileSync(file, JSON.stringify(report));
  const result = spawnSync(process.execPath, [join(root, 'tools/summary.ts'), file, ...exitCodes], {
    encoding: 'utf8',
  });
  return { line: result.stdout.trimEnd(), exitCode: result.status };
}
