/** Imports, from the syntax of a program's files. */
import { visitBelow } from './syntax.ts';
import ts from 'typescript';

/** Files by the texts that name them: what stands in a file, or in a part of it. */
export interface Imports {
  /** The files that a file names, or a statement of it. */
  importedIn(part: ts.SourceFile | ts.Statement): readonly ts.SourceFile[];
  /** The files that a text names. */
  filesOf(specifier: ts.Expression): readonly ts.SourceFile[];
  /** The texts that a file imports by, or a statement of it. */
  specifiersOf(part: ts.SourceFile | ts.Statement): readonly string[];
}

export function createImports(checker: ts.TypeChecker): Imports {
  const known = new WeakMap<ts.Node, readonly ts.StringLiteralLike[]>();
  const specifiersOf = (part: ts.SourceFile | ts.Statement): readonly ts.StringLiteralLike[] => {
    const found = known.get(part) ?? specifiersIn(part);
    known.set(part, found);
    return found;
  };
  const filesOf = (specifier: ts.Expression): readonly ts.SourceFile[] => {
    const declarations = checker.getSymbolAtLocation(specifier)?.declarations ?? [];
    return declarations.map((one) => one.getSourceFile());
  };
  return {
    filesOf,
    importedIn: (part) => [...new Set(specifiersOf(part).flatMap(filesOf))],
    specifiersOf: (part) => specifiersOf(part).map(({ text }) => text),
  };
}

/** The texts of imports, re-exports, `require` and `import()`. Declaration files hold them at the top only. */
function specifiersIn(part: ts.SourceFile | ts.Statement): readonly ts.StringLiteralLike[] {
  const found: ts.StringLiteralLike[] = [];
  const add = (node: ts.Node): boolean => {
    const specifier = specifierOf(node);
    if (specifier !== undefined && ts.isStringLiteralLike(specifier)) found.push(specifier);
    return true;
  };
  const file = part.getSourceFile();
  const top = ts.isSourceFile(part) ? part.statements : [part];
  if (file.isDeclarationFile || !DEEP.test(file.text)) top.forEach(add);
  else if (IN_COMMENT.test(file.text)) visitBelow(part, (node) => add(node) && addDocumented(node, add));
  else visitBelow(part, add);
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
