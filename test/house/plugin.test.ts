/** What the plugin exports is what the tree has: a file, a test, a page and a fixture folder of each rule's name. */
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import plugin from '../../rules/index.ts';
import { parse, root } from './imports.ts';
import { createFunctionsOf } from './create-functions.ts';

const exported = Object.keys(plugin.rules).sort();

/** Files of `rules/` that are named as a rule is. Its other files make rules. */
const isRuleName = (name: string): boolean => /^(?:no|require|enforce)-|^analysis-incomplete$/.test(name);

describe('each rule that the plugin exports', () => {
  test.each([
    ['file', 'rules/*.ts', '.ts'],
    ['test', 'test/rules/*.test.ts', '.test.ts'],
    ['page', 'docs/rules/*.md', '.md'],
    ['fixture folder', 'fixtures/rules/*', ''],
  ])('has a %s of its name, and each of these is exported', (_, pattern, suffix) => {
    const names = globSync(pattern, { cwd: root }).map((file) => basename(file, suffix));
    expect(names.filter(isRuleName).sort()).toEqual(exported);
  });

  test('says what it does, from Disallow, Enforce or Require on', () => {
    const vague = Object.entries(plugin.rules).filter(
      ([, rule]) => !/^(?:Disallow|Enforce|Require) .*[^.]$/.test(rule.meta?.docs?.description ?? ''),
    );
    expect(vague.map(([name]) => name)).toEqual([]);
  });

  test('has a create function of at most 25 lines', () => {
    const functions = globSync('rules/*.ts', { cwd: root }).flatMap((file) => createFunctionsOf(parse(file)));
    expect(functions.length).toBeGreaterThan(0);
    expect(functions.filter(({ lines }) => lines > 25)).toEqual([]);
  });
});

describe.each(['recommended', 'strict'] as const)('the configuration %s', (name) => {
  test('switches on only rules that are there', () => {
    const known = exported.map((rule) => `stateless/${rule}`);
    expect(Object.keys(plugin.configs[name].rules ?? {}).filter((rule) => !known.includes(rule))).toEqual([]);
  });
});

test('the strict configuration switches on every rule', () => {
  expect(Object.keys(plugin.configs.strict.rules ?? {}).sort()).toEqual(
    exported.map((rule) => `stateless/${rule}`),
  );
});
