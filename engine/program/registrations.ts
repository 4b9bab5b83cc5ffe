/**
 * Registrations: code that is handed to other code, which may call it later with what it has. Who hands it over matters
 * although it sees no tag itself. Told from syntax, and told too often rather than too seldom.
 */
import ts from 'typescript';
import type { Mentions } from './mentions.ts';
import type { Piece } from './pieces.ts';
import { visitBelow } from './syntax.ts';
import { isFunctionNode } from './units.ts';

/**
 * Whether a piece hands a function, or an object with functions, to something that its file imports or declares at its
 * top and that is one of `wanted`.
 */
export function handsOverCode(
  piece: Piece,
  wanted: ReadonlySet<Piece>,
  mentions: Mentions,
  codeOf: (file: ts.SourceFile) => ReadonlySet<string>,
): boolean {
  const file = piece.getSourceFile();
  const imported = piece === file ? importedNamesIn(file) : undefined;
  const isWanted = (name: string): boolean =>
    imported?.has(name) ?? mentions.named(file, name).some((one) => wanted.has(one));
  let found = false;
  visitBelow(piece, (node) => {
    found ||= handsOver(node, isWanted, () => codeOf(file));
    return !found && !ts.isTypeNode(node);
  });
  return found;
}

type IsWanted = (name: string) => boolean;

function handsOver(node: ts.Node, isWanted: IsWanted, own: () => ReadonlySet<string>): boolean {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const root = rootName(node.expression);
    if (root === undefined || !isWanted(root)) return false;
    return (node.arguments ?? []).some((argument) => isCode(argument, own()));
  }
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false;
  if (ts.isIdentifier(node.left)) return false;
  const root = rootName(node.left);
  return root !== undefined && isWanted(root) && isCode(node.right, own());
}

/** The leftmost name of an access or a call: `bus` in `bus.topic('x').on`. */
function rootName(node: ts.Expression): string | undefined {
  let root: ts.Expression = node;
  while (!ts.isIdentifier(root)) {
    if (
      ts.isPropertyAccessExpression(root) ||
      ts.isElementAccessExpression(root) ||
      ts.isCallExpression(root) ||
      ts.isNewExpression(root) ||
      ts.isParenthesizedExpression(root) ||
      ts.isNonNullExpression(root) ||
      ts.isAwaitExpression(root)
    )
      root = root.expression;
    else return undefined;
  }
  return root.text;
}

/** A function, a name or member that is one, something that a class makes, or a literal with one of these inside. */
function isCode(node: ts.Expression, own: ReadonlySet<string>): boolean {
  if (isFunctionNode(node) || ts.isClassExpression(node) || ts.isNewExpression(node)) return true;
  if (ts.isIdentifier(node)) return own.has(node.text);
  if (ts.isPropertyAccessExpression(node)) return own.has(node.name.text);
  if (ts.isCallExpression(node))
    return isCode(node.expression, own) || node.arguments.some((one) => isCode(one, own));
  if (ts.isArrayLiteralExpression(node)) return node.elements.some((one) => isCode(one, own));
  if (ts.isSpreadElement(node)) return isCode(node.expression, own);
  return ts.isObjectLiteralExpression(node) && node.properties.some((one) => isCodeProperty(one, own));
}

function isCodeProperty(node: ts.ObjectLiteralElementLike, own: ReadonlySet<string>): boolean {
  if (ts.isPropertyAssignment(node)) return isCode(node.initializer, own);
  if (ts.isShorthandPropertyAssignment(node)) return own.has(node.name.text);
  return ts.isSpreadAssignment(node) ? isCode(node.expression, own) : true;
}

/** Names that the file gets by imports and `require`, and what is made of these at its top. */
function importedNamesIn(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  visitBelow(file, (node) => {
    if (ts.isImportClause(node) || ts.isImportSpecifier(node) || ts.isNamespaceImport(node))
      addName(node.name, names);
    if (ts.isImportEqualsDeclaration(node)) addName(node.name, names);
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
      const root = rootName(node.initializer);
      if (root === 'require' || (root !== undefined && names.has(root))) addName(node.name, names);
    }
    return !ts.isTypeNode(node);
  });
  return names;
}

function addName(name: ts.BindingName | undefined, names: Set<string>): void {
  if (name === undefined) return;
  if (ts.isIdentifier(name)) names.add(name.text);
  else for (const element of name.elements) if (ts.isBindingElement(element)) addName(element.name, names);
}

/** Names of functions, methods, classes and what is made of classes in the file. */
export function namesOfCode(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  visitBelow(file, (node) => {
    const isNamed = isFunctionNode(node) || ts.isClassLike(node);
    if (isNamed && node.name !== undefined && ts.isIdentifier(node.name)) names.add(node.name.text);
    const holds = ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node);
    if (
      holds &&
      node.initializer !== undefined &&
      ts.isIdentifier(node.name) &&
      isCode(node.initializer, names)
    )
      names.add(node.name.text);
    return !ts.isTypeNode(node);
  });
  return names;
}
