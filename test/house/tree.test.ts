/** The tree reads as one house: kebab-case names, nouns of the domain, one idea a file, limits that nobody exceeds. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { parse, root, sourceFiles } from './imports.ts';

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

describe('every rule', () => {
  const rules = ruleNames();

  test('has a test and a page of its name', () => {
    const parts = rules.flatMap((rule) => [`test/rules/${rule}.test.ts`, `docs/rules/${rule}.md`]);
    expect(parts.filter((part) => !existsSync(join(root, part)))).toEqual([]);
  });

  test('has a create function of at most 25 lines', () => {
    const long = sourceFiles('rules').flatMap((file) =>
      createFunctions(parse(file)).filter(({ lines }) => lines > 25),
    );
    expect(long).toEqual([]);
  });
});

/** Files of `rules/` that are a rule: those whose page exists or whose name the plugin lists. */
function ruleNames(): readonly string[] {
  const named = /^(?:no|require|enforce)-|^analysis-incomplete$/;
  return globSync('rules/*.ts', { cwd: root })
    .map((file) => basename(file, '.ts'))
    .filter((name) => named.test(name))
    .sort();
}

function createFunctions(
  source: ts.SourceFile,
): readonly { readonly file: string; readonly lines: number }[] {
  const found: { readonly file: string; readonly lines: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (isCreate(node)) found.push({ file: source.fileName, lines: linesOf(node, source) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isCreate(node: ts.Node): boolean {
  const isMember = ts.isMethodDeclaration(node) || ts.isPropertyAssignment(node);
  return isMember && ts.isIdentifier(node.name) && node.name.text === 'create';
}

function linesOf(node: ts.Node, source: ts.SourceFile): number {
  const line = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
  return line(node.getEnd()) - line(node.getStart(source)) + 1;
}
