/** Session keys: values whose type carries the label `key`, or that are taken as such a type where they stand. */
import type { TSESTree } from '@typescript-eslint/utils';
import { ASTUtils, AST_NODE_TYPES } from '@typescript-eslint/utils';
import type ts from 'typescript';
import type { Analysis } from '../engine/index.ts';
import type { TypedFile } from './typed-file.ts';

const KEY = 'key';

/** Whether an expression is a session key, by its own type or by the type that it is given to. */
export function isKey(file: TypedFile, analysis: Analysis, node: TSESTree.Node): boolean {
  if (!mayHoldKeys(file.program)) return false;
  if (isLabelled(analysis, file.nodes.get(node)) || isTakenAsKey(file, analysis, node)) return true;
  const { parent } = node;
  if (parent?.type === AST_NODE_TYPES.VariableDeclarator && parent.init === node)
    return isLabelled(analysis, file.nodes.get(parent.id));
  return parent !== undefined && WRAPPERS.has(parent.type) && isKey(file, analysis, parent);
}

const isLabelled = (analysis: Analysis, of: ts.Node | ts.Type): boolean =>
  analysis.declaredLabels(of).includes(KEY);

function isTakenAsKey({ program, nodes }: TypedFile, analysis: Analysis, node: TSESTree.Node): boolean {
  if (!ASTUtils.isNodeOfTypes(EXPRESSIONS)(node)) return false;
  const wanted = program.getTypeChecker().getContextualType(nodes.get(node));
  return wanted !== undefined && isLabelled(analysis, wanted);
}

const EXPRESSIONS = [
  AST_NODE_TYPES.AwaitExpression,
  AST_NODE_TYPES.CallExpression,
  AST_NODE_TYPES.MemberExpression,
] as const;

const WRAPPERS: ReadonlySet<string> = new Set([
  AST_NODE_TYPES.AwaitExpression,
  AST_NODE_TYPES.TSAsExpression,
  AST_NODE_TYPES.TSSatisfiesExpression,
  AST_NODE_TYPES.TSNonNullExpression,
]);

const known = new WeakMap<ts.Program, boolean>();

/** A cheap test of the texts: a program that nowhere says `'key'` beside a tag has no session keys. */
export function mayHoldKeys(program: ts.Program): boolean {
  const found = known.get(program) ?? program.getSourceFiles().some(isOfKeys);
  known.set(program, found);
  return found;
}

const isOfKeys = ({ isDeclarationFile, text }: ts.SourceFile): boolean =>
  !isDeclarationFile && (/Plaintext<[^;]*['"]key['"]/.test(text) || /@plaintext[ \t]+key\b/.test(text));
