/** Reads the import graph of the tree from syntax: who names whom, and whether for types only. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';

export const root = join(import.meta.dirname, '../..');

export interface Import {
  /** Relative to the root, with forward slashes. */
  readonly from: string;
  /** A file of the tree relative to the root, or the specifier of a package or built-in. */
  readonly to: string;
  readonly isFile: boolean;
  readonly isTypeOnly: boolean;
}

/** The TypeScript sources of our folders that ship. */
export function sourceFiles(...folders: readonly string[]): readonly string[] {
  const patterns = folders.map((folder) => (folder.endsWith('.ts') ? folder : `${folder}/**/*.ts`));
  return globSync(patterns, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
}

export function importsOf(file: string): readonly Import[] {
  return specifiersIn(parse(file)).map(({ specifier, isTypeOnly }) => {
    const isFile = specifier.startsWith('.');
    return { from: file, to: isFile ? posix.join(dirname(file), specifier) : specifier, isFile, isTypeOnly };
  });
}

/** Every file that is loaded with `entry`: type-only imports are erased and load nothing. */
export function closureOf(entry: string): ReadonlySet<string> {
  const reached = new Set<string>([entry]);
  for (const file of reached) {
    if (!existsSync(join(root, file))) throw new Error(`${file} is imported, but not there.`);
    for (const { to, isFile, isTypeOnly } of importsOf(file)) if (isFile && !isTypeOnly) reached.add(to);
  }
  return reached;
}

interface Specifier {
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

function specifiersIn(source: ts.SourceFile): readonly Specifier[] {
  const found: Specifier[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) found.push({ specifier: specifier.text, isTypeOnly: isTypeOnly(node) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function specifierOf(node: ts.Node): ts.StringLiteralLike | undefined {
  const written = writtenSpecifier(node);
  return written !== undefined && ts.isStringLiteralLike(written) ? written : undefined;
}

function writtenSpecifier(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  if (ts.isCallExpression(node) && isModuleCall(node.expression)) return node.arguments[0];
  return undefined;
}

function isModuleCall(callee: ts.Expression): boolean {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')
  );
}

/** Under `verbatimModuleSyntax` only a declaration that is type-only as a whole is erased. */
function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}
