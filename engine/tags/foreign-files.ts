/** Files of the language's library and of installed packages whose types cannot hold a tag: most of a program. */
import type ts from 'typescript';
import type { Policy } from '../policy.ts';
import { mentionsTag } from './doc-comment.ts';
import { fileQuotes } from './file-text.ts';
import { packageOf } from './package-of.ts';

/** Whether no type that a file declares can hold a tag, unless a type argument brings it in. */
export type IsForeign = (file: ts.SourceFile) => boolean;

/** `augmented` are files with a type that own code adds tagged members to. */
export function createIsForeign(
  program: ts.Program,
  { brands, plaintext }: Pick<Policy, 'brands' | 'plaintext'>,
  augmented: readonly ts.SourceFile[] = [],
): IsForeign {
  const installed = program.getSourceFiles().filter(isInstalled);
  const nameOf = (file: ts.SourceFile): string => packageOf(program, file.fileName) ?? '';
  const named = new Set(plaintext.map((row) => (row.from === 'file' ? row.path : row.package)));
  const declaring = installed.filter((file) => mentionsTag(file) || named.has(file.fileName));
  const tagged = new Set([
    ...brands.map((brand) => brand.package),
    ...named,
    ...[...declaring, ...augmented.filter(isInstalled)].map(nameOf),
  ]);
  spread(installed, tagged, nameOf);
  const isLibraryForeign = !augmented.some((file) => program.isSourceFileDefaultLibrary(file));
  return (file) =>
    program.isSourceFileDefaultLibrary(file)
      ? isLibraryForeign
      : isInstalled(file) && !tagged.has(nameOf(file));
}

function isInstalled(file: ts.SourceFile): boolean {
  return file.fileName.includes('/node_modules/');
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
