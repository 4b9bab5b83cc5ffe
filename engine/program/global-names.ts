/** Names that a program's own files give to all of its files: in `declare global`, and at the top of scripts. */
import ts from 'typescript';
import { type Piece, isDivided, namesDeclaredBy, pieceAround } from './pieces.ts';

export function globalNames(program: ts.Program): ReadonlyMap<string, readonly Piece[]> {
  const names = new Map<string, Piece[]>();
  for (const file of program.getSourceFiles()) {
    if (program.isSourceFileDefaultLibrary(file) || isForeign(program, file)) continue;
    for (const statement of globalStatements(file)) {
      for (const name of namesDeclaredBy(statement))
        names.set(name, [...(names.get(name) ?? []), pieceAround(statement)]);
    }
  }
  return names;
}

function globalStatements(file: ts.SourceFile): readonly ts.Statement[] {
  if (!ts.isExternalModule(file) && !isDivided(file)) return file.statements;
  if (!file.text.includes('declare global')) return [];
  return file.statements.flatMap((one) =>
    ts.isModuleDeclaration(one) &&
    (one.flags & ts.NodeFlags.GlobalAugmentation) !== 0 &&
    one.body !== undefined &&
    ts.isModuleBlock(one.body)
      ? one.body.statements
      : [],
  );
}

function isForeign(program: ts.Program, file: ts.SourceFile): boolean {
  return program.isSourceFileFromExternalLibrary(file) || file.fileName.includes('/node_modules/');
}
