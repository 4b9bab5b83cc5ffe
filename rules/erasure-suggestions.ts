/** What would keep a tagged type: no annotation where it can be inferred, the tagged type where it must be written. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { Erasure } from '../engine/index.ts';
import { locOf } from './loc.ts';
import type { TypedFile } from './typed-file.ts';

export interface Untyping {
  readonly messageId: 'inferType' | 'keepTag';
  readonly type: string;
  readonly range: TSESTree.Range;
  readonly text: string;
}

/** Edits of the file itself: a parameter that is declared elsewhere is for its own file to type. */
export function findUntyping(
  sourceCode: TSESLint.SourceCode,
  file: TypedFile,
  erasure: Erasure,
): readonly Untyping[] {
  const node = nodeAt(sourceCode, erasure);
  if (node === undefined) return [];
  if (erasure.form === 'parameter' && node.type === AST_NODE_TYPES.Identifier) return withoutAnnotation(node);
  const { parent } = node;
  if (erasure.form === 'argument') return taggedParameter(sourceCode, file, node);
  const isDeclared = parent?.type === AST_NODE_TYPES.VariableDeclarator && erasure.form === 'assignment';
  return isDeclared && parent.id.type === AST_NODE_TYPES.Identifier ? withoutAnnotation(parent.id) : [];
}

/** The outermost node of just this range. */
function nodeAt(sourceCode: TSESLint.SourceCode, { place }: Erasure): TSESTree.Node | undefined {
  const { start, end } = locOf(place);
  const [from, to] = [sourceCode.getIndexFromLoc(start), sourceCode.getIndexFromLoc(end)];
  let found: TSESTree.Node | undefined;
  let node = sourceCode.getNodeByRangeIndex(from) ?? undefined;
  for (; node !== undefined && node.range[0] >= from && node.range[1] <= to; node = node.parent)
    if (node.range[0] === from && node.range[1] === to) found = node;
  return found;
}

function withoutAnnotation({ typeAnnotation }: TSESTree.Identifier): readonly Untyping[] {
  if (typeAnnotation === undefined) return [];
  return [{ messageId: 'inferType', type: '', range: typeAnnotation.range, text: '' }];
}

/** The parameter that an argument fills, where its type is one word and the tag's name is known in the file. */
function taggedParameter(
  sourceCode: TSESLint.SourceCode,
  { program, nodes, originals }: TypedFile,
  argument: TSESTree.Node,
): readonly Untyping[] {
  const call = argument.parent;
  if (call?.type !== AST_NODE_TYPES.CallExpression && call?.type !== AST_NODE_TYPES.NewExpression) return [];
  const index = call.arguments.findIndex((one) => one === argument);
  const checker = program.getTypeChecker();
  const node = nodes.get(call);
  const declared = checker.getResolvedSignature(node)?.declaration?.parameters[index];
  const parameter = declared === undefined ? undefined : originals.get(declared);
  if (parameter?.type !== AST_NODE_TYPES.Identifier || !importsTag(sourceCode.ast)) return [];
  const written = parameter.typeAnnotation?.typeAnnotation;
  const isPlain =
    written?.type === AST_NODE_TYPES.TSStringKeyword || written?.type === AST_NODE_TYPES.TSNumberKeyword;
  if (!isPlain) return [];
  const type = `Plaintext<${sourceCode.getText(written)}>`;
  return [{ messageId: 'keepTag', type, range: written.range, text: type }];
}

function importsTag({ body }: TSESTree.Program): boolean {
  return body.some(
    (statement) =>
      statement.type === AST_NODE_TYPES.ImportDeclaration &&
      statement.specifiers.some(({ local }) => local.name === 'Plaintext'),
  );
}
