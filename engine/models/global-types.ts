/** Globals that have an interface to themselves: a value of type `Console` or `NodeJS.Process` is as good as the global. */
import ts from 'typescript';
import type { PathNode } from './path-node.ts';
import type { Tries } from './tries.ts';
import { GLOBAL } from './parse-type.ts';

/** What rows say of global variables, by the symbol of the interface that the variable is declared with. */
export function findGlobalTypes(
  program: ts.Program,
  tries: Tries,
): ReadonlyMap<ts.Symbol, readonly PathNode[]> {
  const root = tries.root(GLOBAL, undefined);
  const found = new Map<ts.Symbol, readonly PathNode[]>();
  const script = program
    .getSourceFiles()
    .find((file) => file.isDeclarationFile && !ts.isExternalModule(file));
  if (root === undefined || script === undefined) return found;
  const checker = program.getTypeChecker();
  // A script sees the globals, and nothing of its own that is not one.
  for (const symbol of checker.getSymbolsInScope(script, ts.SymbolFlags.Variable)) {
    const node = root.members.get(symbol.name);
    const type = node && ownInterface(checker.getTypeOfSymbol(symbol), symbol);
    if (node !== undefined && type !== undefined) found.set(type, [...(found.get(type) ?? []), node]);
  }
  return found;
}

/** A generic type, or one that another package shares, is not the variable's alone. */
function ownInterface(type: ts.Type, variable: ts.Symbol): ts.Symbol | undefined {
  if (!type.isClassOrInterface() || (type.typeParameters?.length ?? 0) > 0) return undefined;
  const isNear = type.symbol.declarations?.some((declaration) =>
    variable.declarations?.some((each) => folderOf(each) === folderOf(declaration)),
  );
  return isNear === true ? type.symbol : undefined;
}

const folderOf = (node: ts.Node): string => node.getSourceFile().fileName.replace(/\/[^/]*$/, '');
