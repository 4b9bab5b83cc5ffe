/** Finds the symbols of the modules that rows speak of: what the program's own imports and ambient modules name. */
import ts from 'typescript';
import { moduleKey, typedPackage } from './module-key.ts';

/** The symbols of each wanted module, in the order of files: two builds or versions of a package are two symbols. */
export function findModules(
  program: ts.Program,
  isWanted: (module: string) => boolean,
): ReadonlyMap<string, ReadonlySet<ts.Symbol>> {
  const checker = program.getTypeChecker();
  const modules = new Map<string, Set<ts.Symbol>>();
  const add = (key: string, node: ts.Node): void => {
    const symbol = checker.getSymbolAtLocation(node);
    if (symbol !== undefined) modules.set(key, (modules.get(key) ?? new Set()).add(symbol));
  };
  for (const file of program.getSourceFiles()) {
    for (const name of moduleNames(file, isWanted)) add(moduleKey(name.text), name);
    const whole = wholePackage(file);
    if (whole !== undefined && isWanted(whole)) add(whole, file);
  }
  return modules;
}

const INDEX = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/index\.d\.[mc]?ts$/;

/** A module of a package may show parts of the whole that no import names: `lodash/isEqual`. */
function wholePackage({ fileName }: ts.SourceFile): string | undefined {
  const [, name] = INDEX.exec(fileName) ?? [];
  return name === undefined ? undefined : typedPackage(name);
}

/** The wanted modules that a file names, whether or not they can be found. */
export function* namedModules(file: ts.SourceFile, isWanted: (module: string) => boolean): Generator<string> {
  for (const name of moduleNames(file, isWanted)) yield moduleKey(name.text);
}

/** The string literals of a file that name a wanted module. */
function* moduleNames(
  file: ts.SourceFile,
  isWanted: (module: string) => boolean,
): Generator<ts.StringLiteral> {
  for (const name of namesInStatements(file.statements)) if (isWanted(moduleKey(name.text))) yield name;
  yield* namesInCalls(file, isWanted);
}

function* namesInStatements(statements: readonly ts.Statement[]): Generator<ts.StringLiteral> {
  for (const statement of statements) {
    const name = nameInStatement(statement);
    if (name !== undefined && ts.isStringLiteral(name)) yield name;
    if (
      ts.isModuleDeclaration(statement) &&
      statement.body !== undefined &&
      ts.isModuleBlock(statement.body)
    ) {
      yield* namesInStatements(statement.body.statements);
    }
  }
}

function nameInStatement(statement: ts.Statement): ts.Node | undefined {
  if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))
    return statement.moduleSpecifier;
  if (ts.isModuleDeclaration(statement)) return statement.name;
  if (!ts.isImportEqualsDeclaration(statement)) return undefined;
  const { moduleReference } = statement;
  return ts.isExternalModuleReference(moduleReference) ? moduleReference.expression : undefined;
}

const CALL = /\b(?:import|require)\(\s*(?=(['"])([^'"\n]+)\1)/g;

/** `import('x')` as expression or type, and `require('x')`: found in the text first, so that no file is walked as a whole. */
function* namesInCalls(
  file: ts.SourceFile,
  isWanted: (module: string) => boolean,
): Generator<ts.StringLiteral> {
  const { text } = file;
  if (!text.includes('import(') && !text.includes('require(')) return;
  for (const match of text.matchAll(CALL)) {
    const [call, , module = ''] = match;
    const name = isWanted(moduleKey(module)) ? literalAt(file, match.index + call.length) : undefined;
    if (name !== undefined) yield name;
  }
}

/** The string literal at a position; what stands in a comment is none. */
function literalAt(file: ts.SourceFile, position: number): ts.StringLiteral | undefined {
  let node: ts.Node | undefined = file;
  while (node !== undefined && !ts.isStringLiteral(node)) {
    node = node.forEachChild((child) => (child.pos <= position && position < child.end ? child : undefined));
  }
  return node?.getStart(file) === position ? node : undefined;
}
