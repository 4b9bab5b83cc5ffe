/** Conditions that are the same on every run: literals, and what constants hold that are set to them. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { variableSymbol } from '../program/scopes.ts';
import { unwrap } from '../program/syntax.ts';

/** A constant that names a constant that names ... is followed so far. */
const MAX_DEPTH = 4;

/** Whether a condition is the same on every run, and which. */
export function constantOutcome(
  activation: Activation,
  condition: ts.Expression,
  depth = 0,
): boolean | undefined {
  const node = unwrap(condition);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return opposite(constantOutcome(activation, node.operand, depth));
  if (ts.isBinaryExpression(node)) return combinedOutcome(activation, node, depth);
  if (depth > MAX_DEPTH || !(ts.isIdentifier(node) || ts.isPropertyAccessExpression(node))) return undefined;
  const initializer = constantInitializer(activation, node);
  return initializer && constantOutcome(activation, initializer, depth + 1);
}

const opposite = (outcome: boolean | undefined): boolean | undefined =>
  outcome === undefined ? undefined : !outcome;

/** `false && x` is false, whatever x is; `true || x` is true. */
function combinedOutcome(
  activation: Activation,
  node: ts.BinaryExpression,
  depth: number,
): boolean | undefined {
  const decisive = DECISIVE.get(node.operatorToken.kind);
  if (decisive === undefined) return undefined;
  const left = constantOutcome(activation, node.left, depth);
  const right = constantOutcome(activation, node.right, depth);
  if (left === decisive || right === decisive) return decisive;
  return left === undefined || right === undefined ? undefined : !decisive;
}

const DECISIVE: ReadonlyMap<ts.SyntaxKind, boolean> = new Map([
  [ts.SyntaxKind.AmpersandAmpersandToken, false],
  [ts.SyntaxKind.BarBarToken, true],
]);

/** What a name is set to that nothing sets again. A variable whose type has been narrowed may have been set since. */
export function constantInitializer(
  activation: Activation,
  node: ts.Identifier | ts.PropertyAccessExpression,
): ts.Expression | undefined {
  const { checker } = activation.engine;
  const named = ts.isIdentifier(node)
    ? variableSymbol(checker, node)
    : checker.getSymbolAtLocation(node.name);
  const isAlias = named !== undefined && (named.flags & ts.SymbolFlags.Alias) !== 0;
  const declaration = (isAlias ? checker.getAliasedSymbol(named) : named)?.valueDeclaration;
  if (declaration === undefined || declaration.getSourceFile().isDeclarationFile) return undefined;
  if (ts.isVariableDeclaration(declaration))
    return isConst(declaration) ? declaration.initializer : undefined;
  if (ts.isPropertyDeclaration(declaration))
    return isSetOnce(declaration) ? declaration.initializer : undefined;
  return ts.isPropertyAssignment(declaration) && isConstLiteral(declaration.parent)
    ? declaration.initializer
    : undefined;
}

const isConst = (node: ts.VariableDeclaration): boolean =>
  (ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) !== 0;

function isSetOnce(node: ts.PropertyDeclaration): boolean {
  const flags = ts.getCombinedModifierFlags(node);
  return (flags & ts.ModifierFlags.Static) !== 0 && (flags & ts.ModifierFlags.Readonly) !== 0;
}

function isConstLiteral({ parent }: ts.ObjectLiteralExpression): boolean {
  return ts.isAsExpression(parent) && ts.isConstTypeReference(parent.type);
}
