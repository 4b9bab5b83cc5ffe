/** The tree reads as one house: kebab-case names, nouns of the domain, one idea a file, limits that nobody exceeds. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, sourceFiles } from './imports.ts';

const shipped = sourceFiles('engine', 'catalogue', 'rules', 'cli', 'runtime', 'tags.ts');
const ours = [...shipped, ...sourceFiles('tools', 'test', 'bench', 'examples')];

describe('every source file', () => {
  test('is named in kebab-case', () => {
    const misnamed = ours.filter(
      (file) => !/^[a-z0-9]+(?:[-.][a-z0-9]+)*\.(?:ts|mts|cts)$/.test(basename(file)),
    );
    expect(misnamed).toEqual([]);
  });

  test('lies in a folder that is named after something', () => {
    const vague = /(?:^|\/)(?:core|common|misc|utils?|helpers?|shared|lib)\//;
    expect(ours.filter((file) => vague.test(file))).toEqual([]);
  });

  test('has at most 400 lines', () => {
    expect(ours.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 401)).toEqual(
      [],
    );
  });

  test('leaves nothing to do later', () => {
    const marker = new RegExp(['TODO', 'FIXME', 'XXX', 'HACK'].map((word) => `\\b${word}\\b`).join('|'));
    const unfinished = ours.filter((file) => file !== 'test/house/tree.test.ts');
    expect(unfinished.filter((file) => marker.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});

describe('every file that ships', () => {
  test('begins with a sentence that says what it is', () => {
    const silent = shipped.filter(
      (file) => !/^(?:#!.*\n)?\/\*\*/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(silent).toEqual([]);
  });
});
