/** Where tags and sources are declared, and where the packages of tags and sources are imported. */
import ts from 'typescript';
import type { Policy } from '../policy.ts';
import { packageOf } from '../tags/package-of.ts';
import type { Imports } from './imports.ts';
import { type Piece, importedNames, isDivided, piecesOf } from './pieces.ts';
import { visitBelow } from './syntax.ts';

/** The pieces of a program that declare a tag or import the package of one, among them files of other packages. */
export function carriersOf(
  program: ts.Program,
  policy: Policy,
  files: readonly ts.SourceFile[],
  imports: Imports,
): readonly Piece[] {
  const own = new Set(files);
  const isLibrary = (file: ts.SourceFile): boolean => program.isSourceFileDefaultLibrary(file);
  const packages = packagesOf(policy);
  return program
    .getSourceFiles()
    .filter((file) => !isLibrary(file))
    .flatMap((file): readonly Piece[] => {
      const parts: Parts = { program, policy, packages, imports, file };
      if (isOfPackage(parts)) return own.has(file) ? [file, ...piecesOf(file)] : [file];
      return own.has(file) && isDivided(file) ? carryingStatements(parts) : carryingFile(parts);
    });
}

interface Parts {
  readonly program: ts.Program;
  readonly policy: Policy;
  readonly packages: readonly string[];
  readonly imports: Imports;
  readonly file: ts.SourceFile;
}

/** The tag where a doc comment begins a line or ends with it, not where a sentence speaks of it. */
const TAG_IN_COMMENT = /(?:\/\*\*|^[ \t]*\**)[ \t]*@plaintext\b|\s@plaintext\b[^\n]*\*\//m;

const mentionsTag = (text: string): boolean => text.includes('@plaintext') && TAG_IN_COMMENT.test(text);

/** A file of the package of a brand, a tagged type or a source. */
function isOfPackage({ policy: { brands }, packages, file }: Parts): boolean {
  if (brands.some((brand) => declaresBrand(file, brand.name))) return true;
  return packages.some((name) => file.fileName.includes(`/${name}/`));
}

/** What the policy names in the file itself: the first part of each tagged name, and all that a source of its package names. */
function namedIn({ program, policy: { plaintext, models }, file }: Parts): readonly string[] {
  const tagged = plaintext.flatMap((row) =>
    row.from === 'file' && row.path === file.fileName ? [row.name.split('.')[0] ?? ''] : [],
  );
  if (file.isDeclarationFile || models.sources.length === 0) return tagged;
  const name = packageOf(program, file.fileName);
  if (name === undefined) return tagged;
  const own = models.sources.filter(({ type }) => type === name || type.startsWith(`${name}.`));
  return [
    ...tagged,
    ...own.flatMap(({ type, path }) => [...namesOf(type.slice(name.length)), ...namesOf(path)]),
  ];
}

const namesOf = (text: string): readonly string[] => text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];

function carryingFile(parts: Parts): readonly ts.SourceFile[] {
  const { packages, imports, file } = parts;
  if (namedIn(parts).length > 0) return [file];
  const imported = packages.filter((name) => mentionsPackage(file.text, name));
  const isCarrier = imported.length > 0 && importsAny(imports.specifiersOf(file), imported);
  return isCarrier || mentionsTag(file.text) ? [file] : [];
}

/** Statements with a tag, with an import of their own, or with a name that such an import brings. */
function carryingStatements(parts: Parts): readonly ts.Statement[] {
  const { packages, imports, file } = parts;
  const imported = packages.filter((name) => mentionsPackage(file.text, name));
  const names = new Set<string>(namedIn(parts));
  const isImporting = (statement: ts.Statement): boolean =>
    imported.length > 0 && importsAny(imports.specifiersOf(statement), imported);
  for (const statement of file.statements)
    if (ts.isImportDeclaration(statement) && isImporting(statement))
      for (const { text } of importedNames(statement)) names.add(text);
  const hasTag = mentionsTag(file.text);
  return file.statements.filter(
    (statement) =>
      (hasTag && mentionsTag(statement.getFullText())) ||
      mentionsName(statement, names) ||
      isImporting(statement),
  );
}

function mentionsName(statement: ts.Statement, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  let found = false;
  visitBelow(statement, (node) => {
    found ||= ts.isIdentifier(node) && names.has(node.text);
    return !found;
  });
  return found;
}

function packagesOf({ brands, plaintext, models }: Policy): readonly string[] {
  const names = [
    ...brands.map((brand) => brand.package),
    ...models.sources.map(({ type }) => type),
    ...plaintext.flatMap((row) => (row.from === 'package' ? [row.package] : [])),
  ];
  return [...new Set(names)];
}

/** A cheap test before the imports are read. */
function mentionsPackage(text: string, name: string): boolean {
  const [scope = ''] = name.replaceAll("'", '').split(/[./]/);
  return text.includes(scope);
}

/** A name is a package, or a type that it exports: the package's name is a part of it then. */
function importsAny(specifiers: readonly string[], names: readonly string[]): boolean {
  return names.some((name) => {
    const plain = name.replaceAll("'", '');
    return specifiers.some((one) => {
      const bare = one.replace(/^node:/, '');
      return plain === bare || plain.startsWith(`${bare}.`) || bare.startsWith(`${plain}/`);
    });
  });
}

/** The package's own sources, whose imports of the brand are relative. */
function declaresBrand(file: ts.SourceFile, name: string): boolean {
  return file.text.includes(name) && file.statements.some((one) => isTypeNamed(one, name));
}

function isTypeNamed(node: ts.Statement, name: string): boolean {
  return (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) && node.name.text === name;
}

/** A script, or a module that adds to the global scope, is seen without an import. */
export function isSeenEverywhere(file: ts.SourceFile): boolean {
  return !ts.isExternalModule(file) || file.text.includes('declare global');
}
