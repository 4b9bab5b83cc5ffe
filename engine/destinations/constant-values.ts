/** What expressions are before the program runs: the expression behind a constant name, and a member of an object. */
import ts from 'typescript';
import { unwrap } from '../program/syntax.ts';

/** A constant that names a constant that names ... is followed so far. */
const MAX_DEPTH = 8;

/** The expression that a name stands for on every run; the expression itself where it is no such name. */
export function constantOf(checker: ts.TypeChecker, node: ts.Expression, depth = 0): ts.Expression {
  const inner = unwrap(ts.isAwaitExpression(node) ? node.expression : node);
  if (ts.isAwaitExpression(inner)) return constantOf(checker, inner, depth);
  if (depth > MAX_DEPTH || !(ts.isIdentifier(inner) || ts.isPropertyAccessExpression(inner))) return inner;
  const initializer = initializerOf(checker, inner);
  return initializer === undefined ? inner : constantOf(checker, initializer, depth + 1);
}

function initializerOf(
  checker: ts.TypeChecker,
  node: ts.Identifier | ts.PropertyAccessExpression,
): ts.Expression | undefined {
  const declaration = declarationOf(checker, ts.isIdentifier(node) ? node : node.name);
  if (declaration === undefined || declaration.getSourceFile().isDeclarationFile) return undefined;
  if (ts.isVariableDeclaration(declaration))
    return isConst(declaration) && !writtenIn(declaration).has(declaration.name.getText())
      ? declaration.initializer
      : undefined;
  if (ts.isPropertyDeclaration(declaration)) return valueOfField(declaration);
  if (!ts.isPropertyAssignment(declaration) || ts.isIdentifier(node)) return undefined;
  // Of an object that may be written to, `constantOf` gives back the name itself.
  return ts.isObjectLiteralExpression(constantOf(checker, node.expression))
    ? declaration.initializer
    : undefined;
}

function declarationOf(checker: ts.TypeChecker, name: ts.Node): ts.Declaration | undefined {
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);
  const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  return (isAlias ? checker.getAliasedSymbol(symbol) : symbol)?.valueDeclaration;
}

/** A field that only its class can write: what it starts with, or the one value that the constructor gives it. */
function valueOfField(field: ts.PropertyDeclaration): ts.Expression | undefined {
  const isWritten = writtenIn(field).has(field.name.getText());
  if (field.initializer !== undefined)
    return isReadonly(field) || (isPrivate(field) && !isWritten) ? field.initializer : undefined;
  if (!isReadonly(field)) return undefined;
  const values = field.parent.members
    .filter(ts.isConstructorDeclaration)
    .flatMap(({ body }) => (body?.statements ?? []).flatMap((statement) => assignedTo(field, statement)));
  return values.length === 1 ? values[0] : undefined;
}

function assignedTo(field: ts.PropertyDeclaration, statement: ts.Statement): readonly ts.Expression[] {
  const assignment = ts.isExpressionStatement(statement) ? statement.expression : undefined;
  if (assignment === undefined || !ts.isBinaryExpression(assignment) || !isAssignment(assignment)) return [];
  const { left, right } = assignment;
  const isOwn = ts.isPropertyAccessExpression(left) && left.expression.kind === ts.SyntaxKind.ThisKeyword;
  return isOwn && left.name.text === field.name.getText() ? [right] : [];
}

const isPrivate = (node: ts.PropertyDeclaration): boolean =>
  ts.isPrivateIdentifier(node.name) || (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Private) !== 0;

const isConst = (node: ts.VariableDeclaration): boolean =>
  (ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) !== 0;

const isReadonly = (node: ts.Declaration): boolean =>
  (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Readonly) !== 0;

const written = new WeakMap<ts.SourceFile, ReadonlySet<string>>();

/** The names that assignments of a declaration's file speak of: as a target, or as an object whose member is the target. */
function writtenIn(declaration: ts.Declaration): ReadonlySet<string> {
  const file = declaration.getSourceFile();
  const names = written.get(file) ?? writtenNames(file);
  written.set(file, names);
  return names;
}

function writtenNames(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && isAssignment(node)) namesIn(node.left, names);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

const isAssignment = ({ operatorToken: { kind } }: ts.BinaryExpression): boolean =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

function namesIn(target: ts.Node, names: Set<string>): void {
  if (ts.isIdentifier(target) || ts.isPrivateIdentifier(target)) names.add(target.text);
  ts.forEachChild(target, (child) => namesIn(child, names));
}

/** `absent` where the value surely has no such member, `unknown` where it may have any. */
export type Found = ts.Expression | 'absent' | 'unknown';

/** What stands at a path of members, such as `httpOptions.baseUrl`, of an object that is written out. */
export function memberAt(checker: ts.TypeChecker, node: ts.Expression, path: string): Found {
  return path
    .split('.')
    .reduce<Found>(
      (found, name) => (typeof found === 'string' ? found : memberOf(checker, found, name)),
      node,
    );
}

function memberOf(checker: ts.TypeChecker, node: ts.Expression, name: string): Found {
  const object = constantOf(checker, node);
  if (!ts.isObjectLiteralExpression(object)) return hasNoOptions(checker, object) ? 'absent' : 'unknown';
  for (const property of object.properties.toReversed()) {
    const found = inProperty(checker, property, name);
    if (found !== 'absent') return found;
  }
  return 'absent';
}

function inProperty(checker: ts.TypeChecker, property: ts.ObjectLiteralElementLike, name: string): Found {
  if (ts.isSpreadAssignment(property)) return memberOf(checker, property.expression, name);
  if (ts.isComputedPropertyName(property.name)) return 'unknown';
  if (property.name.text !== name) return 'absent';
  if (ts.isShorthandPropertyAssignment(property)) return property.name;
  return ts.isPropertyAssignment(property) ? property.initializer : 'unknown';
}

/** Texts, numbers, functions and the platform's own addresses have no options. */
function hasNoOptions(checker: ts.TypeChecker, node: ts.Expression): boolean {
  if (ts.isFunctionExpression(node) || ts.isArrowFunction(node)) return true;
  const type = checker.getTypeAtLocation(node);
  return (type.flags & WITHOUT_MEMBERS) !== 0 || isPlatformAddress(checker, node);
}

const WITHOUT_MEMBERS = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.Undefined;

/** By declaration: a class of this name that the program declares is another one. */
export function isPlatformAddress(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const symbol = checker.getTypeAtLocation(node).getSymbol();
  const isNamed = symbol?.name === 'URL' || symbol?.name === 'Request';
  return isNamed && symbol.declarations?.every((one) => one.getSourceFile().isDeclarationFile) === true;
}
