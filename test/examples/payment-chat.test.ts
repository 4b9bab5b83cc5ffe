/** The payment chat under `fixtures/programs`: large enough to say something. That it is right, the fixture test shows. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readExpectations } from '../../testing/expectations.ts';

const folder = join(import.meta.dirname, '../../fixtures/programs/payment-chat');
const names = globSync('**/*.ts', { cwd: folder, exclude: ['packages.d.ts'] });
const texts = names.map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);

test('it has at least 25 files, 15 packages and 40 marked leaks, all of them reported', () => {
  const expectations = texts.flatMap(([name, text]) => readExpectations(name, text));
  const packages = texts.flatMap(([, text]) =>
    [...text.matchAll(/from '((?!\.|node:|eslint-plugin)[^']+)'/g)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThanOrEqual(25);
  expect(new Set(packages).size).toBeGreaterThanOrEqual(15);
  expect(expectations.filter(({ standing }) => standing === 'reported').length).toBeGreaterThanOrEqual(40);
  expect(expectations.filter(({ standing }) => standing !== 'reported')).toEqual([]);
});

test('it has at least 40 look-alikes: calls beside the leaks that are silent', () => {
  const calls = texts.flatMap(([, text]) =>
    text.split('\n').filter((line) => /^ {2,}.*\w\(.*\);$/.test(line)),
  );
  expect(calls.length).toBeGreaterThanOrEqual(40);
});
