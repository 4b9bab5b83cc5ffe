/** Names of the language and its platform, by symbol: `Object`, `Map`, `CustomEvent`. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';

/** Whether an expression is a name of the language or its platform: no import, and no code of the program declares it. */
export function isBuiltIn({ engine: { checker } }: Activation, node: ts.Node, name: string): boolean {
  if (!ts.isIdentifier(node) || node.text !== name) return false;
  const symbol = checker.getSymbolAtLocation(node);
  if (symbol === undefined || (symbol.flags & ts.SymbolFlags.Alias) !== 0) return false;
  return symbol.declarations?.every((one) => one.getSourceFile().isDeclarationFile) === true;
}
