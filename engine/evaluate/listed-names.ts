/** Lists of names that are known before the program runs: `['id', 'sentAt']`, written in place or held by a constant. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { unwrap } from '../program/syntax.ts';
import { constantInitializer } from './constants.ts';
import { keysOfExpression } from './member-names.ts';

/** The names in a list, or undefined where there may be others. */
export function listedNames(activation: Activation, node: ts.Expression): readonly string[] | undefined {
  const inner = unwrap(node);
  if (ts.isArrayLiteralExpression(inner)) return namesIn(activation, inner);
  if (!ts.isIdentifier(inner) && !ts.isPropertyAccessExpression(inner)) return undefined;
  const initializer = isChanged(activation, inner) ? undefined : constantInitializer(activation, inner);
  const list = initializer && unwrap(initializer);
  return list !== undefined && ts.isArrayLiteralExpression(list) ? namesIn(activation, list) : undefined;
}

function namesIn(activation: Activation, list: ts.ArrayLiteralExpression): readonly string[] | undefined {
  const names: string[] = [];
  for (const element of list.elements) {
    const keys = ts.isSpreadElement(element)
      ? listedNames(activation, element.expression)
      : keysOfExpression(activation, element);
    if (keys === undefined) return undefined;
    names.push(...keys);
  }
  return names;
}

/** Whether any code of the file changes the list or set that a name holds: `NAMES.push('body')`, `NAMES[0] = 'body'`. */
export function isChanged(
  { engine }: Activation,
  node: ts.Identifier | ts.PropertyAccessExpression,
): boolean {
  const named = engine.checker.getSymbolAtLocation(ts.isIdentifier(node) ? node : node.name);
  const isAlias = named !== undefined && (named.flags & ts.SymbolFlags.Alias) !== 0;
  const symbol = isAlias ? engine.checker.getAliasedSymbol(named) : named;
  const file = symbol?.valueDeclaration?.getSourceFile();
  return symbol !== undefined && file !== undefined && engine.scopes.isChanged(file, symbol.name);
}
