/** Rows that speak of a team's own functions: what they say goes beside what the body does, and a sanitizer before it. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import type { ModelNode } from '../models/index-face.ts';
import type { FunctionNode } from '../values/value.ts';

/** What rows say of a function or class of the program, by the name that declares it. */
export function rowsOf(
  activation: Activation,
  node: FunctionNode | ts.ClassLikeDeclaration,
): readonly ModelNode[] {
  const { models, checker } = activation.engine;
  const name = nameOf(node);
  if (name === undefined || !mayHaveRows(activation, node, name)) return [];
  const symbol = checker.getSymbolAtLocation(name);
  return symbol === undefined ? [] : models.symbolNodes(symbol);
}

/** A cheap test first: rows of the file's own package, or of a type that the method's class may inherit from. */
function mayHaveRows({ engine: { models } }: Activation, node: ts.Node, name: ts.Node): boolean {
  if (models.speaksOf(node.getSourceFile())) return true;
  return ts.isClassElement(node) && ts.isIdentifier(name) && models.memberNames.has(name.text);
}

/** The name that a function is declared under, or that of the constant or member that holds it. */
function nameOf(node: ts.Node): ts.Node | undefined {
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) return node.name ?? defaultKeyword(node);
  if (ts.isMethodDeclaration(node) || ts.isAccessor(node)) return node.name;
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isSatisfiesExpression(parent) || ts.isAsExpression(parent))
    return nameOf(parent);
  const isHeld =
    (ts.isVariableDeclaration(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isPropertyAssignment(parent)) &&
    parent.initializer === node;
  return isHeld ? parent.name : undefined;
}

/** `export default function () {}` is named by its keyword. */
function defaultKeyword(node: ts.FunctionDeclaration | ts.ClassDeclaration): ts.Node | undefined {
  return node.modifiers?.find(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
}
