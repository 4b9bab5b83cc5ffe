/** Files of the language's library and of installed packages whose types cannot hold a tag: most of a program. */
import ts from 'typescript';
import type { Policy } from '../policy.ts';
import { mentionsTag } from './doc-comment.ts';
import { fileQuotes } from './file-text.ts';
import { packageOf } from './package-of.ts';

/** Whether no type that a file declares can hold a tag, unless a type argument brings it in. */
export type IsForeign = (file: ts.SourceFile) => boolean;

export function createIsForeign(
  program: ts.Program,
  { brands, plaintext }: Pick<Policy, 'brands' | 'plaintext'>,
): IsForeign {
  const files = program.getSourceFiles().filter((file) => !program.isSourceFileDefaultLibrary(file));
  // An own file that adds members to other people's types can put a tag anywhere among them.
  if (files.some((file) => !isInstalled(file) && augments(file))) return () => false;
  const tagged = new Set(brands.map((brand) => brand.package));
  for (const row of plaintext) if (row.from === 'package') tagged.add(row.package);
  const named = new Set(plaintext.flatMap((row) => (row.from === 'file' ? [row.path] : [])));
  const installed = files.filter(isInstalled);
  const nameOf = (file: ts.SourceFile): string => packageOf(program, file.fileName) ?? '';
  for (const file of installed) if (mentionsTag(file) || named.has(file.fileName)) tagged.add(nameOf(file));
  spread(installed, tagged, nameOf);
  return (file) =>
    program.isSourceFileDefaultLibrary(file) || (isInstalled(file) && !tagged.has(nameOf(file)));
}

function isInstalled(file: ts.SourceFile): boolean {
  return file.fileName.includes('/node_modules/');
}

function augments(file: ts.SourceFile): boolean {
  if (file.isDeclarationFile && !ts.isExternalModule(file)) return file.statements.length > 0;
  return /\bdeclare\s+(?:global\b|module\s+['"][^*'"]+['"])/.test(file.text);
}

/** A package that names a tagged one can use its types. */
function spread(
  files: readonly ts.SourceFile[],
  tagged: Set<string>,
  nameOf: (file: ts.SourceFile) => string,
): void {
  for (const name of tagged) {
    for (const file of files) {
      // A set hands out what is added to it while it is gone through.
      if (fileQuotes(file, name)) tagged.add(nameOf(file));
    }
  }
}
