/** The floors of the architecture: an import may only go down, and the runtime stands on Node alone. */
import { builtinModules } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { Import } from './imports.ts';
import { closureOf, importsOf, sourceFiles } from './imports.ts';

/** What a floor may load, and what it may name in types only. `node:` stands for every built-in. */
interface Floor {
  readonly floor: string;
  readonly values: readonly string[];
  readonly types: readonly string[];
}

const floors: readonly Floor[] = [
  { floor: 'tags.ts', values: [], types: [] },
  // semver reads the ranges of `versions` in rows, as package.json means them.
  { floor: 'engine', values: ['engine', 'typescript', 'semver', 'node:'], types: [] },
  // The files of rows that a team's settings name are read where the settings are.
  { floor: 'catalogue', values: ['catalogue', 'node:', 'yaml'], types: ['engine'] },
  {
    floor: 'rules',
    values: ['rules', 'catalogue', 'engine', '@typescript-eslint/utils', 'node:'],
    types: ['typescript', 'eslint'],
  },
  { floor: 'cli', values: ['cli', 'catalogue', 'engine', 'typescript', 'eslint', 'node:'], types: [] },
  { floor: 'testing', values: ['testing', 'eslint', 'node:'], types: [] },
  { floor: 'runtime', values: ['runtime', 'node:'], types: [] },
];

describe.each(floors)('the floor $floor', ({ floor, values, types }) => {
  const imports = sourceFiles(floor).flatMap(importsOf);

  test('loads only what lies below it', () => {
    const upward = imports.filter((each) => !each.isTypeOnly && !isAmong(each, values));
    expect(upward.map(describeImport)).toEqual([]);
  });

  test('names in types only what lies below it', () => {
    const upward = imports.filter((each) => each.isTypeOnly && !isAmong(each, [...values, ...types]));
    expect(upward.map(describeImport)).toEqual([]);
  });

  test('has no import cycle', () => {
    expect(cyclesAmong(imports)).toEqual([]);
  });
});

test('what a client of the runtime loads needs no built-in of Node, so that it runs in a browser', () => {
  const builtins = [...closureOf('runtime/client/index.ts'), ...closureOf('runtime/attestation/index.ts')]
    .flatMap(importsOf)
    .filter(({ to, isTypeOnly }) => !isTypeOnly && isBuiltin(to));
  expect(builtins.map(describeImport)).toEqual([]);
});

test('what every floor says is checked against files that are there', () => {
  expect(floors.filter(({ floor }) => sourceFiles(floor).length === 0)).toEqual([]);
});

function isAmong({ to, isFile }: Import, allowed: readonly string[]): boolean {
  if (!isFile && isBuiltin(to)) return allowed.includes('node:');
  return allowed.some((name) => to === name || to.startsWith(`${name}/`));
}

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier);
}

function describeImport({ from, to, isTypeOnly }: Import): string {
  return `${from} imports ${isTypeOnly ? 'a type of ' : ''}${to}`;
}

/** Cycles of imports that load: each as its files in order, found by walking depth first. */
function cyclesAmong(imports: readonly Import[]): readonly string[] {
  const edges = Map.groupBy(
    imports.filter(({ isFile, isTypeOnly }) => isFile && !isTypeOnly),
    ({ from }) => from,
  );
  const finished = new Set<string>();
  const cycles: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (path.includes(file) || finished.has(file)) return;
    for (const { to } of edges.get(file) ?? []) walk(to, [...path, file]);
    finished.add(file);
  };
  for (const file of edges.keys()) walk(file, []);
  return cycles;
}
