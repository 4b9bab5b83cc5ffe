/** Who imports whom, from the syntax of a program's files: what can a file see, and who can see it. */
import { visitBelow } from './syntax.ts';
import ts from 'typescript';

export interface Imports {
  /** The files that a file imports, and what they import, itself included. */
  closureOf(file: ts.SourceFile): ReadonlySet<ts.SourceFile>;
  /** The texts that a file imports by. */
  specifiersOf(file: ts.SourceFile): readonly string[];
}

export function createImports(checker: ts.TypeChecker): Imports {
  const direct = new WeakMap<ts.SourceFile, readonly ts.SourceFile[]>();
  const closures = new WeakMap<ts.SourceFile, ReadonlySet<ts.SourceFile>>();
  const importsOf = (file: ts.SourceFile): readonly ts.SourceFile[] => {
    const known = direct.get(file) ?? importedFiles(checker, file);
    direct.set(file, known);
    return known;
  };
  return {
    specifiersOf: (file) => specifiersIn(file).map(({ text }) => text),
    closureOf(file) {
      const known = closures.get(file);
      if (known !== undefined) return known;
      const closure = new Set([file]);
      for (const one of closure) for (const imported of importsOf(one)) closure.add(imported);
      closures.set(file, closure);
      return closure;
    },
  };
}

function importedFiles(checker: ts.TypeChecker, file: ts.SourceFile): readonly ts.SourceFile[] {
  const files = new Set<ts.SourceFile>();
  for (const specifier of specifiersIn(file)) {
    const symbol = checker.getSymbolAtLocation(specifier);
    for (const declaration of symbol?.declarations ?? []) files.add(declaration.getSourceFile());
  }
  return [...files];
}

/** The texts of imports, re-exports, `require` and `import()`. Declaration files hold them at the top only. */
function specifiersIn(file: ts.SourceFile): readonly ts.StringLiteralLike[] {
  const found: ts.StringLiteralLike[] = [];
  const add = (node: ts.Node): boolean => {
    const specifier = specifierOf(node);
    if (specifier !== undefined && ts.isStringLiteralLike(specifier)) found.push(specifier);
    return true;
  };
  if (file.isDeclarationFile || !DEEP.test(file.text)) file.statements.forEach(add);
  else if (IN_COMMENT.test(file.text)) visitBelow(file, (node) => add(node) && addDocumented(node, add));
  else visitBelow(file, add);
  return found;
}

/** Imports that do not stand at the top of a file. */
const DEEP = /\b(?:require|import)\s*\(|@import\b/;
/** Imports in doc comments: how plain JavaScript names types. */
const IN_COMMENT = /^\s*(?:\/\*\*|\*).*(?:\bimport\s*\(|@import\b)/m;

function addDocumented(node: ts.Node, add: (node: ts.Node) => boolean): true {
  // All comments before a node count, not only the last, which is the one that speaks of it.
  for (const comment of node.getChildren().filter(ts.isJSDoc)) visitBelow(comment, add);
  return true;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isJSDocImportTag(node))
    return node.moduleSpecifier;
  if (ts.isImportEqualsDeclaration(node)) {
    return ts.isExternalModuleReference(node.moduleReference) ? node.moduleReference.expression : undefined;
  }
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  if (!ts.isCallExpression(node) || node.arguments.length !== 1) return undefined;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  return isImport || isRequire ? node.arguments[0] : undefined;
}
