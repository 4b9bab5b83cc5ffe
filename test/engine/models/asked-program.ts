/** A program with rows, asked about the names and expressions of its first file. */
import ts from 'typescript';
import type { ModelIndex, ModelNode } from '../../../engine/models/index-face.ts';
import { createModelIndex } from '../../../engine/models/model-index.ts';
import { fileOf, nodeOf, programOf } from '../../program.ts';
import type { Mark } from './rows.ts';
import { marks, marksAt } from './rows.ts';

export interface AskedProgram {
  readonly index: ModelIndex;
  /** The marks at the declared symbol of a name or of an accessed member. */
  symbol(text: string): readonly string[];
  /** The marks at a member of any value of the static type of an expression. */
  member(text: string, name: string): readonly string[];
  /** The marks at the first argument of a call of any value of the type. */
  called(text: string): readonly string[];
}

export function ask(
  files: Readonly<Record<string, string>>,
  rows: Readonly<Record<string, Mark>>,
  options: ts.CompilerOptions = {},
): AskedProgram {
  const program = programOf(files, options);
  const checker = program.getTypeChecker();
  const index = createModelIndex(program, marks(rows));
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
      return marksAt(index.symbolNodes(symbol));
    },
    member: (text, name) => marksAt(instances(text).map((node) => node.member(name))),
    called: (text) => marksAt(instances(text).flatMap((node) => node.argument(0, 1))),
  };
}

/** A package of declarations, as it would be installed. */
export function installed(
  name: string,
  files: Readonly<Record<string, string>>,
  manifest: Readonly<Record<string, unknown>> = {},
): Record<string, string> {
  const folder = `node_modules/${name}`;
  const texts = Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text] as const);
  const content = { name, version: '2.4.0', types: './index.d.ts', ...manifest };
  return { [`${folder}/package.json`]: JSON.stringify(content), ...Object.fromEntries(texts) };
}
