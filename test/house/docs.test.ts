/** The pages lead somewhere: their links, and the files and folders that they name, are there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root, sourceFiles } from './imports.ts';

const pages = globSync(['*.md', 'docs/**/*.md', 'examples/*/README.md', 'runtime/README.md'], {
  cwd: root,
}).sort();

test('there are pages', () => {
  expect(pages).toContain('docs/architecture.md');
});

test.each(pages)('each link of %s leads to a file', (page) => {
  const links = [...read(page).matchAll(/\]\((?<target>[^)#]+)(?:#[^)]*)?\)/g)].map(
    ({ groups }) => groups?.['target'] ?? '',
  );
  const local = links.filter((target) => !/^[a-z]+:/.test(target));
  expect(local.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
});

test.each(['docs/architecture.md', 'CONTRIBUTING.md'])('each file that %s names is there', (page) => {
  const known = sourceFiles('engine', 'catalogue', 'rules', 'cli', 'runtime', 'test', 'tools');
  const named = [...read(page).matchAll(/`(?<path>[a-z/-]+\.ts)`/g)].map(
    ({ groups }) => groups?.['path'] ?? '',
  );
  const own = named.filter((path) => !/^\d|source|helper|sink/.test(path));
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter((path) => !isAmong(path, known))).toEqual([]);
});

test('each folder that the architecture names is there', () => {
  const folders = [
    ...read('docs/architecture.md').matchAll(
      /`(?<path>(?:engine|catalogue|rules|cli|runtime|fixtures|test|tools)\/[a-z/-]*)`/g,
    ),
  ].map(({ groups }) => groups?.['path'] ?? '');
  expect(folders.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

/** A page may name a file from the folder that it speaks of. */
function isAmong(path: string, files: readonly string[]): boolean {
  return existsSync(join(root, path)) || files.some((file) => file.endsWith(`/${path}`));
}

function read(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}
