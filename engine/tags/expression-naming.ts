/** What the value of an expression is called, where its tag has no name of its own. */
import ts from 'typescript';
import type { Brands } from './brands.ts';
import { boundKey, callName, namingOf, type Naming } from './names.ts';
import { symbolAt } from './symbols.ts';

export interface ExpressionNaming {
  /** A variable, parameter or member by its name, or by the alias that its annotation names. */
  ofSymbol(symbol: ts.Symbol): Naming;
  /** The name of the value that an expression passes on: `await open()` is `open()`. */
  ofExpression(node: ts.Node): Naming | undefined;
}

export function createExpressionNaming(checker: ts.TypeChecker, brands: Brands): ExpressionNaming {
  const ofSymbol = (symbol: ts.Symbol): Naming => {
    const declaration = symbol.declarations?.[0];
    const better = declaration === undefined ? undefined : ofDeclaration(declaration);
    return better ?? namingOf(symbol);
  };

  const ofDeclaration = (declaration: ts.Node): Naming | undefined => {
    if (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration))
      return ofAlias(declaration.type);
    return ts.isBindingElement(declaration) ? memberNaming(checker, declaration) : undefined;
  };

  const ofAlias = (annotation: ts.TypeNode | undefined): Naming | undefined => {
    if (annotation === undefined || !ts.isTypeReferenceNode(annotation)) return undefined;
    if (annotation.typeArguments !== undefined) return undefined;
    const type = symbolAt(checker, annotation.typeName);
    const isAlias = type !== undefined && (type.flags & ts.SymbolFlags.TypeAlias) !== 0;
    return isAlias && !brands.isBrandType(type) ? namingOf(type) : undefined;
  };

  const ofExpression = (node: ts.Node): Naming | undefined => {
    if (isCast(node)) return ofAlias(node.type) ?? ofExpression(node.expression);
    if (
      ts.isAwaitExpression(node) ||
      ts.isParenthesizedExpression(node) ||
      ts.isElementAccessExpression(node)
    )
      return ofExpression(node.expression);
    if (ts.isCallExpression(node)) return ofCall(node);
    if (ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node)) return ofPattern(node);
    const name = ts.isPropertyAccessExpression(node) ? node.name : node;
    const symbol = ts.isIdentifier(name) ? symbolAt(checker, name) : undefined;
    return symbol === undefined ? undefined : ofSymbol(symbol);
  };

  const ofPattern = ({ parent: holder }: ts.BindingPattern): Naming | undefined => {
    if (ts.isBindingElement(holder)) return memberNaming(checker, holder);
    return (
      ofAlias(holder.type) ??
      (holder.initializer === undefined ? undefined : ofExpression(holder.initializer))
    );
  };

  const ofCall = (node: ts.CallExpression): Naming | undefined => {
    const name = callName(node.expression);
    return name === undefined
      ? undefined
      : { name, declaration: checker.getResolvedSignature(node)?.declaration };
  };

  return { ofSymbol, ofExpression };
}

/** What a pattern takes out of an object is called as the member that it is. */
function memberNaming(checker: ts.TypeChecker, element: ts.BindingElement): Naming | undefined {
  const key = ts.isObjectBindingPattern(element.parent) ? boundKey(element) : undefined;
  if (key === undefined) return undefined;
  const member = checker.getPropertyOfType(checker.getTypeAtLocation(element.parent), key);
  return member === undefined ? undefined : namingOf(member);
}

export function isCast(node: ts.Node): node is ts.AsExpression | ts.SatisfiesExpression | ts.TypeAssertion {
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isTypeAssertionExpression(node);
}
