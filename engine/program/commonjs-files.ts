/** Which files of a program are CommonJS modules: those that give their exports by writing to `exports` or `module.exports`. */
import ts from 'typescript';

/** Told from syntax. A script without any exports is one too: `require` gives its empty exports. */
export function isCommonJsFile(file: ts.SourceFile): boolean {
  if (file.isDeclarationFile) return false;
  if (/\.[cm]?jsx?$/.test(file.fileName)) return !file.statements.some(isModuleSyntax);
  return WRITES_EXPORTS.test(file.text);
}

/** TypeScript that is compiled to CommonJS may write its exports by hand. */
const WRITES_EXPORTS = /\bmodule\.exports\b|^\s*exports\.\w+\s*=/m;

/** An import or an export in the syntax of the language's own modules. */
export function isModuleSyntax(node: ts.Statement): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isExportAssignment(node))
    return true;
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}
