/** What a name, a member or a call may be worth, by the code that is written: where an explanation looks next. */
import ts from 'typescript';
import { isAssignment, variableSymbol } from '../program/scopes.ts';
import { visitBelow } from '../program/syntax.ts';
import { isFunctionNode } from '../program/units.ts';
import type { FunctionNode } from '../values/value.ts';
import { resolvedAlias } from '../tags/symbols.ts';

/** The expressions that give a name its values, in the order of the text. */
export function writesOfName(checker: ts.TypeChecker, node: ts.Identifier): readonly ts.Expression[] {
  const found = variableSymbol(checker, node);
  const symbol = found && resolvedAlias(checker, found);
  const declaration = symbol?.valueDeclaration;
  if (symbol === undefined || declaration === undefined || declaration.getSourceFile().isDeclarationFile)
    return [];
  return inOrder([...declaredValues(declaration), ...assignmentsTo(checker, declaration, symbol)]);
}

/** The expressions that are stored under the member that an access reads, where they are written beside it. */
export function writesOfMember(
  checker: ts.TypeChecker,
  node: ts.PropertyAccessExpression,
): readonly ts.Expression[] {
  const symbol = checker.getSymbolAtLocation(node.name);
  const declaration = symbol?.valueDeclaration;
  if (symbol === undefined || declaration === undefined || declaration.getSourceFile().isDeclarationFile)
    return [];
  return inOrder([...declaredValues(declaration), ...assignmentsTo(checker, node, symbol)]);
}

function declaredValues(declaration: ts.Node): readonly ts.Expression[] {
  if (ts.isBindingElement(declaration)) {
    let root: ts.Node = declaration;
    while (ts.isBindingElement(root)) root = root.parent.parent;
    return [...declaredValues(root), ...present(declaration.initializer)];
  }
  if (ts.isShorthandPropertyAssignment(declaration)) return [declaration.name];
  if (ts.isVariableDeclaration(declaration)) return valuesOfVariable(declaration);
  if (ts.isParameter(declaration))
    return [...present(declaration.initializer), ...givenToCallback(declaration)];
  const holds = ts.isPropertyAssignment(declaration) || ts.isPropertyDeclaration(declaration);
  return holds ? present(declaration.initializer) : [];
}

function valuesOfVariable(declaration: ts.VariableDeclaration): readonly ts.Expression[] {
  const loop = declaration.parent.parent;
  if (ts.isForOfStatement(loop) || ts.isForInStatement(loop)) return [loop.expression];
  if (ts.isCatchClause(declaration.parent)) return thrownIn(declaration.parent.parent.tryBlock);
  return present(declaration.initializer);
}

/** A function that is written in a call gets what the call has: its receiver, and its other arguments. */
function givenToCallback({ parent }: ts.ParameterDeclaration): readonly ts.Expression[] {
  const call = parent.parent;
  if (!ts.isCallExpression(call) || !(ts.isArrowFunction(parent) || ts.isFunctionExpression(parent)))
    return [];
  const others = call.arguments.filter((one) => one !== parent);
  return [...receiverOf(call), ...others];
}

export const receiverOf = ({ expression }: ts.CallExpression | ts.NewExpression): readonly ts.Expression[] =>
  ts.isPropertyAccessExpression(expression) || ts.isElementAccessExpression(expression)
    ? [expression.expression]
    : [];

function thrownIn(block: ts.Block): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  visitBelow(block, (node) => {
    if (ts.isThrowStatement(node)) found.push(node.expression);
    return !isFunctionNode(node);
  });
  return found;
}

function assignmentsTo(
  checker: ts.TypeChecker,
  within: ts.Node,
  symbol: ts.Symbol,
): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  visitBelow(within.getSourceFile(), (node) => {
    if (
      ts.isBinaryExpression(node) &&
      isAssignment(node.operatorToken.kind) &&
      names(checker, node.left, symbol)
    )
      found.push(node.right);
    return !ts.isTypeNode(node);
  });
  return found;
}

function names(checker: ts.TypeChecker, target: ts.Expression, symbol: ts.Symbol): boolean {
  const name = ts.isPropertyAccessExpression(target) ? target.name : target;
  if (!ts.isMemberName(name) || name.text !== symbol.name) return false;
  return checker.getSymbolAtLocation(name) === symbol;
}

/** What the function of the program that a call names gives back. */
export function returnsOfCallee(
  checker: ts.TypeChecker,
  call: ts.CallExpression | ts.NewExpression,
): readonly ts.Expression[] {
  const declaration = checker.getResolvedSignature(call)?.declaration;
  return declaration === undefined || !isFunctionNode(declaration) ? [] : returnsOf(declaration);
}

export function returnsOf(node: FunctionNode): readonly ts.Expression[] {
  const body: ts.Node = node.body;
  if (ts.isExpression(body)) return [body];
  const found: ts.Expression[] = [];
  visitBelow(body, (inner) => {
    if (ts.isReturnStatement(inner)) found.push(...present(inner.expression));
    return !isFunctionNode(inner);
  });
  return found;
}

const present = (node: ts.Expression | undefined): readonly ts.Expression[] =>
  node === undefined ? [] : [node];

const inOrder = (nodes: readonly ts.Expression[]): readonly ts.Expression[] =>
  nodes.toSorted((a, b) => {
    const [one, other] = [a.getSourceFile().fileName, b.getSourceFile().fileName];
    return one === other ? a.pos - b.pos : one < other ? -1 : 1;
  });
