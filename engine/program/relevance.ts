/** Which files can hold a label of their own: those that can see a tag or a source. The rest is looked at when it is called. */
import ts from 'typescript';
import type { Policy } from '../policy.ts';
import type { Imports } from './imports.ts';

/** The files, of `files`, in whose import closure a tag or a source stands. */
export function relevantFiles(
  program: ts.Program,
  policy: Policy,
  files: readonly ts.SourceFile[],
  imports: Imports,
): readonly ts.SourceFile[] {
  if (isEverywhere(policy)) return files;
  const carriers = new Set(
    program
      .getSourceFiles()
      .filter((file) => !program.isSourceFileDefaultLibrary(file) && isCarrier(policy, file)),
  );
  if ([...carriers].some(isSeenEverywhere)) return files;
  return files.filter((file) => {
    for (const seen of imports.closureOf(file)) if (carriers.has(seen)) return true;
    return false;
  });
}

/** Sources and tags that need no import to be seen. */
function isEverywhere({ models, nameHeuristics }: Policy): boolean {
  return (
    nameHeuristics.length > 0 || models.sources.some(({ type, by }) => type === 'global' || by === 'shape')
  );
}

/** The tag where a doc comment begins a line with it, not where a sentence speaks of it. */
const TAG_IN_COMMENT = /(?:\/\*\*|^[ \t]*\*)[ \t]*@plaintext\b|@plaintext\b[^\n]*\*\//m;

/** A file that declares a tag, or that imports the package of a brand, a tagged type or a source. */
function isCarrier({ brands, plaintext, models }: Policy, { fileName, text }: ts.SourceFile): boolean {
  if (text.includes('@plaintext') && TAG_IN_COMMENT.test(text)) return true;
  if (
    brands.some(
      (brand) =>
        mentionsPackage(text, brand.package) || declaresBrand(fileName, text, brand.package, brand.name),
    )
  )
    return true;
  if (models.sources.some(({ type }) => mentionsPackage(text, type) || isOf(fileName, type))) return true;
  return plaintext.some((row) =>
    row.from === 'file'
      ? row.path === fileName
      : mentionsPackage(text, row.package) || isOf(fileName, row.package),
  );
}

/** `type` may go on with the name of an exported type. */
function mentionsPackage(text: string, type: string): boolean {
  const name = type.startsWith("'") ? type.slice(1, type.indexOf("'", 1)) : type;
  for (let length = name.length; length > 0; length = name.lastIndexOf('.', length - 1)) {
    const start = name.slice(0, length);
    if (text.includes(`'${start}`) || text.includes(`"${start}`)) return true;
  }
  return false;
}

function isOf(fileName: string, name: string): boolean {
  return fileName.includes(`/${name}/`);
}

/** The package's own sources, whose imports of the brand are relative. */
function declaresBrand(fileName: string, text: string, packageName: string, name: string): boolean {
  return text.includes(`type ${name}`) && (text.includes('unique symbol') || isOf(fileName, packageName));
}

/** A script, or a module that adds to the global scope, is seen without an import. */
function isSeenEverywhere(file: ts.SourceFile): boolean {
  return (
    !ts.isExternalModule(file) || (file.text.includes('declare global') && file.text.includes('@plaintext'))
  );
}
