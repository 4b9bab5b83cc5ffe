/** Pieces: what a program is divided into when it is asked who mentions whom. The statements at the top of its modules. */
import ts from 'typescript';
import { visitBelow } from './syntax.ts';

/** A statement at the top of a module, or a file as a whole: scripts, CommonJS, declarations, and what names a module. */
export type Piece = ts.Statement | ts.SourceFile;

/** Whether all names at the top of a file are its own, and its imports say by name what they bring. */
export function isDivided(file: ts.SourceFile): boolean {
  return !file.isDeclarationFile && ts.isExternalModule(file) && !/\.[cm]?jsx?$/.test(file.fileName);
}

/** The pieces of a file: its statements, or itself. */
export function piecesOf(file: ts.SourceFile): readonly Piece[] {
  return isDivided(file) ? file.statements : [file];
}

/** The piece that a node stands in. */
export function pieceAround(node: ts.Node): Piece {
  const file = node.getSourceFile();
  if (!isDivided(file)) return file;
  let inner = node;
  while (!ts.isSourceFile(inner) && !ts.isSourceFile(inner.parent)) inner = inner.parent;
  return isTopStatement(inner) ? inner : file;
}

/** The piece that a node stands in; for a file, all of it. */
export function piecesAt(node: ts.Node): readonly Piece[] {
  return ts.isSourceFile(node) ? [node, ...piecesOf(node)] : [pieceAround(node)];
}

/** Whether a piece is code, not what somebody else's code is declared by. */
export const isOwnCode = (piece: Piece): boolean => !piece.getSourceFile().isDeclarationFile;

function isTopStatement(node: ts.Node): node is ts.Statement {
  return !ts.isSourceFile(node) && ts.isStatement(node);
}

/** The names that a statement declares or imports for its file. */
export function namesDeclaredBy(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  if (ts.isImportDeclaration(statement)) return importedNames(statement).map(({ text }) => text);
  if (ts.isDeclarationStatement(statement) && statement.name !== undefined)
    return ts.isIdentifier(statement.name) ? [statement.name.text] : [];
  // A `var` inside a block or a loop at the top is the module's own.
  return varsIn(statement);
}

function varsIn(statement: ts.Statement): readonly string[] {
  const names: string[] = [];
  visitBelow(statement, (node) => {
    if (ts.isVariableDeclaration(node)) names.push(...boundNames(node.name));
    return !ts.isFunctionLike(node) && !ts.isClassLike(node);
  });
  return names;
}

function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

/** The names that an import binds. */
export function importedNames({ importClause }: ts.ImportDeclaration): readonly ts.Identifier[] {
  if (importClause === undefined) return [];
  const { name, namedBindings } = importClause;
  const own = name === undefined ? [] : [name];
  if (namedBindings === undefined) return own;
  if (ts.isNamespaceImport(namedBindings)) return [...own, namedBindings.name];
  return [...own, ...namedBindings.elements.map((element) => element.name)];
}
