/** Rows by shape: types that a tool has written into a team's own folder, told by their name and their members. */
import ts from 'typescript';
import type { Row } from './rows.ts';
import { rowError } from './model-error.ts';

export interface Shape {
  /** The name under which the rows of this shape are compiled. */
  readonly module: string;
  /** The type's name; `*` stands for any beginning or end. */
  readonly name: string;
  readonly having: readonly string[];
}

/**
 * The shape that a row speaks of; none for a row by identity.
 * @throws ModelError for a row that names no type, or no members.
 */
export function readShape(row: Row, names: readonly string[]): Shape | undefined {
  if (row.by !== 'shape') {
    if (row.having !== undefined) throw rowError(row, `having is for rows with by: 'shape' alone`);
    return undefined;
  }
  const name = names.at(-1);
  const { having = [] } = row;
  if (name === undefined || having.length === 0) {
    throw rowError(row, `a row by shape names a type, and in having the members that the type must have`);
  }
  return { module: `shape ${name} ${having.join()}`, name, having };
}

/** Whether a declared class or interface looks like this. What a package declares is told by its own name instead. */
export function isOfShape(symbol: ts.Symbol, shape: Shape, checker: ts.TypeChecker): boolean {
  if ((symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) === 0) return false;
  if (!hasName(symbol.name, shape.name)) return false;
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  return shape.having.every((member) => checker.getPropertyOfType(type, member) !== undefined);
}

function hasName(name: string, wanted: string): boolean {
  if (wanted.startsWith('*')) return name.endsWith(wanted.slice(1));
  return wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted;
}
