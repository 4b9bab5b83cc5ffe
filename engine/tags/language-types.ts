/** Whether a type is one of the language's own classes, or extends one. */
import type ts from 'typescript';
import type { Engine } from '../activation.ts';

/** By declaration: a class of the same name that somebody else declares is another one. */
export function isOrExtends(
  engine: Pick<Engine, 'program' | 'checker'>,
  type: ts.Type,
  names: ReadonlySet<string>,
): boolean {
  if (type.isUnionOrIntersection()) return type.types.some((part) => isOrExtends(engine, part, names));
  const symbol = type.getSymbol();
  if (symbol === undefined) return false;
  if (names.has(symbol.name) && isOfLanguage(engine, symbol)) return true;
  const declared = engine.checker.getDeclaredTypeOfSymbol(symbol);
  return (
    declared.isClassOrInterface() &&
    engine.checker.getBaseTypes(declared).some((base) => isOrExtends(engine, base, names))
  );
}

function isOfLanguage({ program }: Pick<Engine, 'program'>, { declarations }: ts.Symbol): boolean {
  return declarations?.some((one) => program.isSourceFileDefaultLibrary(one.getSourceFile())) === true;
}
