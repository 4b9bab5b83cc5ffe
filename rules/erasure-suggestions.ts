/** What would keep a tagged type: no annotation where it can be inferred, the tagged type where it must be written. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type ts from 'typescript';
import { findArguments } from '../engine/edits/argument-uses.ts';
import { isUsableAs } from '../engine/edits/fitting-types.ts';
import type { Analysis, Erasure } from '../engine/index.ts';
import { locOf } from './loc.ts';
import type { TypedFile } from './typed-file.ts';

export interface Untyping {
  readonly messageId: 'inferType' | 'keepTag';
  readonly type: string;
  readonly range: TSESTree.Range;
  readonly text: string;
}

interface Asked {
  readonly sourceCode: TSESLint.SourceCode;
  readonly file: TypedFile;
  readonly analysis: Analysis;
}

/** Edits of the file itself that leave it compiling: a parameter that is declared elsewhere is for its own file to type. */
export function findUntyping(asked: Asked, erasure: Erasure): readonly Untyping[] {
  const node = nodeAt(asked.sourceCode, erasure);
  if (node === undefined) return [];
  if (erasure.form === 'parameter' && node.type === AST_NODE_TYPES.Identifier)
    return withoutAnnotation(asked, node, undefined);
  const { parent } = node;
  if (erasure.form === 'argument') return taggedParameter(asked, node);
  const isDeclared = parent?.type === AST_NODE_TYPES.VariableDeclarator && erasure.form === 'assignment';
  return isDeclared && parent.id.type === AST_NODE_TYPES.Identifier
    ? withoutAnnotation(asked, parent.id, node)
    : [];
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

/** @param value what the variable is given where it is declared; a parameter of a callback gets its type from the call */
function withoutAnnotation(
  { sourceCode, file }: Asked,
  { name, parent, typeAnnotation }: TSESTree.Identifier,
  value: TSESTree.Node | undefined,
): readonly Untyping[] {
  const variable = sourceCode.getDeclaredVariables(parent).find((one) => one.name === name);
  if (typeAnnotation === undefined || variable === undefined) return [];
  const checker = file.program.getTypeChecker();
  const inferred = value === undefined ? undefined : checker.getTypeAtLocation(file.nodes.get(value));
  const isKept = variable.references.every(
    (use) =>
      use.init === true ||
      (use.isReadOnly() &&
        (inferred === undefined || isUsableAs(checker, file.nodes.get(use.identifier), inferred))),
  );
  return isKept ? [{ messageId: 'inferType', type: '', range: typeAnnotation.range, text: '' }] : [];
}

/** The parameter that an argument fills, where its type is one word and the tag's name is known in the file. */
function taggedParameter(asked: Asked, argument: TSESTree.Node): readonly Untyping[] {
  const { sourceCode, file, analysis } = asked;
  const call = argument.parent;
  if (call?.type !== AST_NODE_TYPES.CallExpression && call?.type !== AST_NODE_TYPES.NewExpression) return [];
  const index = call.arguments.findIndex((one) => one === argument);
  const checker = file.program.getTypeChecker();
  const declared = checker.getResolvedSignature(file.nodes.get(call))?.declaration?.parameters[index];
  const parameter = declared === undefined ? undefined : file.originals.get(declared);
  if (parameter?.type !== AST_NODE_TYPES.Identifier || !importsTag(sourceCode.ast)) return [];
  const written = parameter.typeAnnotation?.typeAnnotation;
  const isPlain =
    written?.type === AST_NODE_TYPES.TSStringKeyword || written?.type === AST_NODE_TYPES.TSNumberKeyword;
  const labels = analysis.declaredLabels(checker.getTypeAtLocation(file.nodes.get(argument)));
  if (!isPlain || declared === undefined || !isTaggedOnly(asked, declared, parameter.name, labels)) return [];
  const text = `Plaintext<${sourceCode.getText(written)}${labelText(labels)}>`;
  return [{ messageId: 'keepTag', type: text, range: written.range, text }];
}

/** Whether the function is given nothing but such plaintext, and does not give the parameter something else itself. */
function isTaggedOnly(
  { sourceCode, file, analysis }: Asked,
  declared: ts.Node,
  own: string,
  labels: readonly string[],
): boolean {
  if (labels.length === 0) return false;
  const checker = file.program.getTypeChecker();
  const isTagged = findArguments(file.program, declared)?.every((one) => {
    const found = analysis.declaredLabels(checker.getTypeAtLocation(one));
    return found.length > 0 && found.every((label) => labels.includes(label));
  });
  const owner = file.originals.get(declared.parent);
  const variables = owner === undefined ? [] : sourceCode.getDeclaredVariables(owner);
  const parameter = variables.find(({ name }) => name === own);
  return isTagged === true && parameter?.references.every((use) => use.isReadOnly()) === true;
}

const labelText = (labels: readonly string[]): string =>
  labels.length === 1 && labels[0] === 'plaintext'
    ? ''
    : `, ${labels.map((label) => `'${label}'`).join(' | ')}`;

function importsTag({ body }: TSESTree.Program): boolean {
  return body.some(
    (statement) =>
      statement.type === AST_NODE_TYPES.ImportDeclaration &&
      statement.specifiers.some(({ local }) => local.name === 'Plaintext'),
  );
}
