/** The leaky twin: each marked leak is found, and nothing else, under the settings of its own ESLint configuration. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../cli/check.ts';
import { compareFindings, readExpectations } from '../../testing/expectations.ts';

const folder = join(import.meta.dirname, '../../examples/leaky-summariser');

test('the leaky twin is reported as it is marked', async () => {
  const quiet = { say: () => undefined, end: () => undefined };
  const { findings } = await check({ project: '.', config: undefined, folder }, quiet);
  const reported = findings.map(({ rule, sink }) => ({ rule, file: sink.file, line: sink.line }));
  expect(compareFindings(marks(), reported)).toEqual([]);
});

test('the leaky twin has at least 15 leaks over 6 files, and at least 10 look-alikes', () => {
  expect(marks().length).toBeGreaterThanOrEqual(15);
  expect(new Set(marks().map(({ file }) => file)).size).toBeGreaterThanOrEqual(6);
  const texts = files().map((file) => readFileSync(join(folder, file), 'utf8'));
  expect(texts.join('\n').match(/\/\/ look-alike: /g)?.length).toBeGreaterThanOrEqual(10);
});

const files = (): readonly string[] => globSync('src/**/*.ts', { cwd: folder }).sort();

function marks() {
  return files().flatMap((file) => readExpectations(file, readFileSync(join(folder, file), 'utf8')));
}
