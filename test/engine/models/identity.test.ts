/** Which rows hold for a value or a type of a program: identity is where the thing is declared, whatever it is called. */
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import type { ModelIndex, ModelNode } from '../../../engine/models/index-face.ts';
import { createModelIndex } from '../../../engine/models/model-index.ts';
import type { Models } from '../../../engine/models/rows.ts';
import { fileOf, nodeOf, programOf } from '../../program.ts';

const NONE: Models = { sources: [], sinks: [], propagators: [], sanitizers: [], guards: [] };

/** Rows that only mark places: the kind of a sink tells which row was found. */
function marks(rows: Readonly<Record<string, readonly [type: string, path: string]>>): Models {
  return { ...NONE, sinks: Object.entries(rows).map(([kind, [type, path]]) => ({ type, path, kind })) };
}

interface Asked {
  readonly index: ModelIndex;
  /** The marks that stand at the declared symbol of a name or member access. */
  symbol(text: string): readonly string[];
  /** The marks at a member of any instance of the static type of an expression. */
  member(text: string, name: string): readonly string[];
  /** The marks at the first argument of a call of any value of the type. */
  call(text: string): readonly string[];
}

function ask(
  files: Readonly<Record<string, string>>,
  models: Models,
  options: ts.CompilerOptions = {},
): Asked {
  const program = programOf(files, options);
  const checker = program.getTypeChecker();
  const index = createModelIndex(program, models);
  const [main = ''] = Object.keys(files);
  const nodeAt = (text: string): ts.Node => nodeOf(fileOf(program, main), text);
  const instances = (text: string): readonly ModelNode[] =>
    index.instanceNodes(checker.getTypeAtLocation(nodeAt(text)));
  return {
    index,
    symbol(text) {
      const node = nodeAt(text);
      const symbol = checker.getSymbolAtLocation(ts.isPropertyAccessExpression(node) ? node.name : node);
      if (symbol === undefined) throw new Error(`no symbol at ${text}`);
      return marksOf(index.symbolNodes(symbol));
    },
    member: (text, name) => marksOf(instances(text).map((node) => node.member(name))),
    call: (text) => marksOf(instances(text).flatMap((node) => node.argument(0, 1))),
  };
}

function marksOf(nodes: readonly (ModelNode | undefined)[]): readonly string[] {
  return [...new Set(nodes.flatMap((node) => node?.sinks.map(({ kind }) => kind) ?? []))].sort();
}

const packed = (
  name: string,
  text: string,
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({
    name,
    version: '2.4.0',
    types: './index.d.ts',
    ...extra,
  }),
  [`node_modules/${name}/index.d.ts`]: text,
});

describe('exports of a package', () => {
  const audit = packed('@acme/audit', 'export declare function record(line: string): void;');

  test('are found through an import under another name', () => {
    const { symbol } = ask(
      { 'main.ts': `import { record as write } from '@acme/audit'; write('started');`, ...audit },
      marks({ audit: ['@acme/audit', 'Member[record]'] }),
    );
    expect(symbol('write')).toEqual(['audit']);
  });
});
