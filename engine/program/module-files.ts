/** The file of the program that the text of an import, a `require` or an `import()` names. */
import { posix } from 'node:path';
import ts from 'typescript';

/** The file, or undefined for a package, for a declaration file, and for what the program does not hold. */
export function moduleFile(program: ts.Program, specifier: ts.StringLiteralLike): ts.SourceFile | undefined {
  const symbol = program.getTypeChecker().getSymbolAtLocation(specifier);
  if (symbol === undefined) return fileByPath(program, specifier);
  const file = symbol.valueDeclaration;
  return file !== undefined && ts.isSourceFile(file) && !file.isDeclarationFile ? file : undefined;
}

/** In TypeScript the checker does not resolve a bare `require`: a relative path still tells the file. */
function fileByPath(program: ts.Program, specifier: ts.StringLiteralLike): ts.SourceFile | undefined {
  if (!isRelative(specifier.text)) return undefined;
  const path = posix.join(posix.dirname(specifier.getSourceFile().fileName), specifier.text);
  const bare = path.replace(/\.[cm]?js$/, '');
  for (const stem of [bare, `${path}/index`])
    for (const extension of EXTENSIONS) {
      const file = program.getSourceFile(stem + extension);
      if (file !== undefined && !file.isDeclarationFile) return file;
    }
  return undefined;
}

const EXTENSIONS = ['', '.ts', '.tsx', '.cts', '.mts', '.js', '.jsx', '.cjs', '.mjs'];

export const isRelative = (specifier: string): boolean =>
  specifier.startsWith('.') || specifier.startsWith('/');
