/** The files of a program that a session process loads: a processor, and whatever it imports. */
import type ts from 'typescript';
import { createImports } from '../engine/program/imports.ts';
import { packageOf } from '../engine/tags/package-of.ts';

const RUNTIME = 'stateless-runtime';

const known = new WeakMap<ts.Program, ReadonlySet<ts.SourceFile>>();

/** Files that import the runtime's public face, and their imports, without the runtime itself. */
export function processorFiles(program: ts.Program): ReadonlySet<ts.SourceFile> {
  const found = known.get(program) ?? reachable(program);
  known.set(program, found);
  return found;
}

function reachable(program: ts.Program): ReadonlySet<ts.SourceFile> {
  const imports = createImports(program.getTypeChecker());
  const files = program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && file.text.includes(RUNTIME));
  const roots = files.filter((file) => imports.specifiersOf(file).includes(RUNTIME));
  const all = new Set(roots);
  // A set grows while it is walked.
  for (const file of all) for (const imported of imports.importedIn(file)) all.add(imported);
  return new Set(
    [...all].filter((file) => !file.isDeclarationFile && packageOf(program, file.fileName) !== RUNTIME),
  );
}
