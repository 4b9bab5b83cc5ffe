/** Who mentions whom: what code at the top of a module, and in what it declares, can see of the rest of the program. */
import ts from 'typescript';
import { type Graph, createGraph } from './graph.ts';
import { literalsOfType } from './implementers.ts';
import type { Imports } from './imports.ts';
import { globalNames } from './global-names.ts';
import {
  type Piece,
  importedNames,
  isDivided,
  isOwnCode,
  namesDeclaredBy,
  pieceAround,
  piecesOf,
} from './pieces.ts';
import type { ProgramIndex } from './program-index.ts';
import { visitBelow } from './syntax.ts';

/** A piece that names a module as a whole mentions the file, and the file mentions all of its statements. */
export interface Mentions {
  /** The pieces that mention one of these, or what mentions it, at any distance; these included. */
  reaching(pieces: Iterable<Piece>): Set<Piece>;
  /** What pieces mention, at any distance; these included. */
  reachedFrom(pieces: Iterable<Piece>): Set<Piece>;
  /** The pieces that a name at the top of a file stands for. */
  named(file: ts.SourceFile, name: string): readonly Piece[];
}

type Names = ReadonlyMap<string, readonly Piece[]>;

/** Built once for a program, from its syntax and the symbols of its imports. */
export function createMentions(program: ts.Program, index: ProgramIndex, imports: Imports): Mentions {
  const graph = createGraph<Piece>();
  const own = new Set(index.files);
  const names = new Map<ts.SourceFile, Names>();
  const globals = globalNames(program);
  const foreign = new Set<ts.SourceFile>();
  const checker = program.getTypeChecker();
  const pieceOf = (node: ts.Node): Piece => {
    const file = node.getSourceFile();
    if (own.has(file)) return pieceAround(node);
    foreign.add(file);
    return file;
  };
  for (const file of index.files) {
    const known = isDivided(file) ? namesOf(checker, imports, file, pieceOf) : new Map<string, Piece[]>();
    names.set(file, known);
    const named = (name: string): readonly Piece[] => known.get(name) ?? globals.get(name) ?? [];
    for (const piece of piecesOf(file))
      addPiece(graph, { checker, file, piece, index, imports, named, pieceOf });
  }
  for (const file of foreign)
    for (const imported of imports.importedIn(file)) {
      foreign.add(imported);
      graph.add(file, imported);
    }
  return {
    reaching: (pieces) => graph.reaching(pieces),
    reachedFrom: (pieces) => graph.reachedFrom(pieces),
    named: (file, name) => names.get(file)?.get(name) ?? [],
  };
}

/** What the names at the top of a module stand for: its own statements, and what its imports bring. */
function namesOf(
  checker: ts.TypeChecker,
  imports: Imports,
  file: ts.SourceFile,
  pieceOf: (node: ts.Node) => Piece,
): Names {
  const names = new Map<string, Piece[]>();
  const add = (name: string, pieces: readonly Piece[]): void => {
    names.set(name, [...(names.get(name) ?? []), ...pieces]);
  };
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement)) {
      for (const name of namesDeclaredBy(statement)) add(name, [statement]);
      continue;
    }
    for (const name of importedNames(statement)) {
      const found = declarationsOf(checker, name).map(pieceOf);
      add(name.text, found.length > 0 ? found : imports.filesOf(statement.moduleSpecifier));
    }
  }
  return names;
}

/** What an imported name is declared by, however often it is exported again. */
function declarationsOf(checker: ts.TypeChecker, name: ts.Identifier): readonly ts.Declaration[] {
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol === undefined) return [];
  const meant = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  return meant.declarations ?? [];
}

interface PieceParts {
  readonly checker: ts.TypeChecker;
  readonly file: ts.SourceFile;
  readonly piece: Piece;
  readonly index: ProgramIndex;
  readonly imports: Imports;
  named(name: string): readonly Piece[];
  pieceOf(node: ts.Node): Piece;
}

function addPiece(graph: Graph<Piece>, parts: PieceParts): void {
  const { file, piece, index, imports } = parts;
  if (piece !== file) graph.add(file, piece);
  if (piece === file || !ts.isImportDeclaration(piece))
    for (const target of imports.importedIn(piece)) graph.add(piece, parts.pieceOf(target));
  const seen = new Set<string>();
  visitBelow(piece, (node) => {
    if (ts.isIdentifier(node) && !isMemberName(node) && !seen.has(node.text)) {
      seen.add(node.text);
      for (const target of parts.named(node.text)) graph.add(piece, target);
    }
    // Code of a type may be what implements it elsewhere. Of a package's type, no call is looked up in who extends it.
    for (const base of basesOf(node))
      for (const target of parts.named(base)) if (isOwnCode(target)) graph.add(target, piece);
    for (const literal of literalsOfType(index, parts.checker, node)) graph.add(piece, pieceAround(literal));
    return true;
  });
}

/** The name of a member is looked up in an object, not in the module. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name === node;
  return (ts.isClassElement(parent) || ts.isTypeElement(parent)) && parent.name === node;
}

/** The names of what a class or an interface extends or implements. */
function basesOf(node: ts.Node): readonly string[] {
  if (!ts.isClassLike(node) && !ts.isInterfaceDeclaration(node)) return [];
  return (node.heritageClauses ?? []).flatMap(({ types }) =>
    types.flatMap(({ expression }) => rootNames(expression)),
  );
}

function rootNames(node: ts.Expression): readonly string[] {
  const names: string[] = [];
  visitBelow(node, (one) => {
    if (ts.isIdentifier(one) && !isMemberName(one)) names.push(one.text);
    return true;
  });
  return names;
}
