/** Which files can hold a label of their own: those that can see a tag or a source. The rest is looked at when it is called. */
import ts from 'typescript';
import type { Policy } from '../policy.ts';
import type { Imports } from './imports.ts';
import { handsOverCode } from './registrations.ts';

/** The files, of `files`, in whose import closure a tag or a source stands, and those that hand code to what these see. */
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
      .filter((file) => !program.isSourceFileDefaultLibrary(file) && isCarrier(policy, file, imports)),
  );
  if ([...carriers].some(isSeenEverywhere)) return files;
  const tagged = files.filter((file) => sees(file, carriers, imports));
  const shared = new Set(tagged.flatMap((file) => [...imports.closureOf(file)].filter(isOwnCode)));
  const others = files.filter((file) => !shared.has(file) && sees(file, shared, imports));
  return [...tagged, ...others.filter(handsOverCode)];
}

function sees(file: ts.SourceFile, wanted: ReadonlySet<ts.SourceFile>, imports: Imports): boolean {
  for (const seen of imports.closureOf(file)) if (wanted.has(seen)) return true;
  return false;
}

const isOwnCode = ({ isDeclarationFile }: ts.SourceFile): boolean => !isDeclarationFile;

/** Sources and tags that need no import to be seen. */
function isEverywhere({ models, nameHeuristics }: Policy): boolean {
  return (
    nameHeuristics.length > 0 || models.sources.some(({ type, by }) => type === 'global' || by === 'shape')
  );
}

/** The tag where a doc comment begins a line or ends with it, not where a sentence speaks of it. */
const TAG_IN_COMMENT = /(?:\/\*\*|^[ \t]*\**)[ \t]*@plaintext\b|\s@plaintext\b[^\n]*\*\//m;

/** A file that declares a tag, or that imports the package of a brand, a tagged type or a source. */
function isCarrier({ brands, plaintext, models }: Policy, file: ts.SourceFile, imports: Imports): boolean {
  const { fileName, text } = file;
  if (text.includes('@plaintext') && TAG_IN_COMMENT.test(text)) return true;
  if (brands.some((brand) => declaresBrand(file, brand.name))) return true;
  const packages = [
    ...brands.map((brand) => brand.package),
    ...models.sources.map(({ type }) => type),
    ...plaintext.flatMap((row) => (row.from === 'package' ? [row.package] : [])),
  ];
  if (plaintext.some((row) => row.from === 'file' && row.path === fileName)) return true;
  return packages.some(
    (name) =>
      isOf(fileName, name) || (mentions(text, name) && importsPackage(imports.specifiersOf(file), name)),
  );
}

/** A cheap test before the imports are read. */
function mentions(text: string, name: string): boolean {
  const [scope = ''] = name.replaceAll("'", '').split(/[./]/);
  return text.includes(scope);
}

/** `name` is a package, or a type that it exports: the package's name is a part of it then. */
function importsPackage(specifiers: readonly string[], name: string): boolean {
  const plain = name.replaceAll("'", '');
  return specifiers.some((one) => {
    const bare = one.replace(/^node:/, '');
    return plain === bare || plain.startsWith(`${bare}.`) || bare.startsWith(`${plain}/`);
  });
}

function isOf(fileName: string, name: string): boolean {
  return fileName.includes(`/${name}/`);
}

/** The package's own sources, whose imports of the brand are relative. */
function declaresBrand(file: ts.SourceFile, name: string): boolean {
  return file.text.includes(name) && file.statements.some((one) => isTypeNamed(one, name));
}

function isTypeNamed(node: ts.Statement, name: string): boolean {
  return (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) && node.name.text === name;
}

/** A script, or a module that adds to the global scope, is seen without an import. */
function isSeenEverywhere(file: ts.SourceFile): boolean {
  return !ts.isExternalModule(file) || file.text.includes('declare global');
}
