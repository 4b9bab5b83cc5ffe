/** The symbol that a name stands for, through imports and shorthands. */
import ts from 'typescript';

export function symbolAt(checker: ts.TypeChecker, name: ts.Node): ts.Symbol | undefined {
  const symbol =
    ts.isIdentifier(name) && ts.isShorthandPropertyAssignment(name.parent)
      ? checker.getShorthandAssignmentValueSymbol(name.parent)
      : checker.getSymbolAtLocation(name);
  return symbol === undefined ? undefined : resolvedAlias(checker, symbol);
}

/** What an import or a re-export finally names. */
export function resolvedAlias(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}
