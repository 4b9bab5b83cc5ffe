/** The expressions that a line and a column of a file are about. */
import ts from 'typescript';
import { isAssignment } from '../program/scopes.ts';
import { visitBelow } from '../program/syntax.ts';

/**
 * With a column, the innermost expression there. Without, what matters on the line: what its calls are given, what it
 * assigns, gives back or throws; else the outermost expression that begins there. Lines and columns count from 1.
 */
export function expressionsAt(
  file: ts.SourceFile,
  line: number,
  column: number | undefined,
): readonly ts.Expression[] {
  const starts = file.getLineStarts();
  const start = starts[line - 1];
  if (start === undefined) return [];
  if (column === undefined) return expressionsOnLine(file, start, starts[line] ?? file.end + 1);
  const found = expressionAt(file, start + column - 1);
  return found === undefined ? [] : [found];
}

function expressionAt(file: ts.SourceFile, offset: number): ts.Expression | undefined {
  let innermost: ts.Node = file;
  visitBelow(file, (node) => {
    const isAround = node.getStart(file) <= offset && offset < node.end;
    if (isAround) innermost = node;
    return isAround;
  });
  return valueOf(innermost);
}

/** The expression that a node stands for: a name by its value, a callee by its call. */
function valueOf(node: ts.Node): ts.Expression | undefined {
  const { parent } = node;
  if (ts.isSourceFile(node) || ts.isTypeNode(node)) return undefined;
  if (ts.isMemberName(node) && ts.isPropertyAccessExpression(parent) && parent.name === node)
    return valueOf(parent);
  if (ts.isIdentifier(node) && isNameOf(parent, node)) return valueOfDeclaration(parent);
  if (!ts.isExpression(node)) return valueOfDeclaration(node) ?? valueOf(parent);
  const isCallee = ts.isCallLikeExpression(parent) && 'expression' in parent && parent.expression === node;
  return isCallee && ts.isExpression(parent) ? parent : node;
}

const isNameOf = (parent: ts.Node, node: ts.Node): boolean =>
  'name' in parent && parent.name === node && !ts.isShorthandPropertyAssignment(parent);

/** What a declaration or statement is about: the value that it gives, or the first use of the name that it declares. */
function valueOfDeclaration(node: ts.Node): ts.Expression | undefined {
  if (ts.isVariableDeclarationList(node))
    return node.declarations[0] && valueOfDeclaration(node.declarations[0]);
  if (ts.isVariableStatement(node)) return valueOfDeclaration(node.declarationList);
  if (ts.isBindingElement(node) || ts.isParameter(node))
    return ts.isIdentifier(node.name) ? firstUse(node.name) : undefined;
  if (ts.isVariableDeclaration(node))
    return node.initializer ?? (ts.isIdentifier(node.name) ? firstUse(node.name) : undefined);
  if (ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node)) return node.initializer;
  const holds = ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isExpressionStatement(node);
  return holds ? node.expression : undefined;
}

/** A name that is only declared has no value of its own: where it is first used, it has. */
function firstUse(name: ts.Identifier): ts.Expression | undefined {
  const scope = ts.findAncestor(
    name,
    (node) => ts.isFunctionLike(node) || ts.isBlock(node) || ts.isSourceFile(node),
  );
  let use: ts.Identifier | undefined;
  visitBelow(scope ?? name, (node) => {
    const isUse =
      ts.isIdentifier(node) && node.text === name.text && node !== name && !isNameOf(node.parent, node);
    if (isUse) use ??= node;
    return use === undefined;
  });
  return use;
}

function expressionsOnLine(file: ts.SourceFile, start: number, end: number): readonly ts.Expression[] {
  const chosen: ts.Expression[] = [];
  const outermost: ts.Expression[] = [];
  const isOnLine = (node: ts.Node): boolean => node.getStart(file) >= start && node.getStart(file) < end;
  const isInside = (node: ts.Node, found: readonly ts.Node[]): boolean =>
    found.some((one) => node.pos >= one.pos && node.end <= one.end);
  visitBelow(file, (node) => {
    if (node.end <= start || node.getFullStart() >= end) return false;
    if (ts.isTypeNode(node)) return false;
    if (!ts.isExpression(node) || !isOnLine(node)) return true;
    if (isWorthAsking(node) && !isInside(node, chosen)) chosen.push(node);
    if (!isInside(node, outermost) && !ts.isFunctionLike(node) && !isNameOf(node.parent, node))
      outermost.push(node);
    return true;
  });
  return chosen.length > 0 ? chosen : outermost;
}

/** An argument, or a value that is assigned, given back or thrown; no literal, no function and no call that is only made. */
function isWorthAsking(node: ts.Expression): boolean {
  if (ts.isLiteralExpression(node) || ts.isFunctionLike(node) || node.kind === ts.SyntaxKind.SuperKeyword)
    return false;
  const { parent } = node;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression !== node;
  if (ts.isBinaryExpression(parent)) return parent.right === node && isAssignment(parent.operatorToken.kind);
  if (ts.isArrowFunction(parent)) return parent.body === node;
  return (
    ((ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) && parent.initializer === node) ||
    ts.isReturnStatement(parent) ||
    ts.isThrowStatement(parent)
  );
}
