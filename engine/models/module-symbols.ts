/** Finds the symbols of the modules that rows speak of: what the program's own imports and ambient modules name. */
import ts from 'typescript';
import { moduleKey } from './module-key.ts';

/** The symbols of each wanted module, in the order of files: two builds or versions of a package are two symbols. */
export function findModules(
  program: ts.Program,
  isWanted: (module: string) => boolean,
): ReadonlyMap<string, ReadonlySet<ts.Symbol>> {
  const checker = program.getTypeChecker();
  const modules = new Map<string, Set<ts.Symbol>>();
  for (const file of program.getSourceFiles()) {
    for (const name of moduleNames(file, isWanted)) {
      const symbol = checker.getSymbolAtLocation(name);
      if (symbol === undefined) continue;
      const key = moduleKey(name.text);
      const symbols = modules.get(key) ?? new Set();
      modules.set(key, symbols.add(symbol));
    }
  }
  return modules;
}

/** The string literals of a file that name a wanted module. */
function* moduleNames(
  file: ts.SourceFile,
  isWanted: (module: string) => boolean,
): Generator<ts.StringLiteral> {
  for (const name of namesInStatements(file.statements)) if (isWanted(moduleKey(name.text))) yield name;
  if (hasDeepImport(file.text, isWanted)) yield* deepNames(file, isWanted);
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

/** `import('x')` as expression or type, and `require('x')`: only files whose text has one of a wanted module are walked. */
function hasDeepImport(text: string, isWanted: (module: string) => boolean): boolean {
  if (!text.includes('import(') && !text.includes('require(')) return false;
  const calls = [...text.matchAll(/\b(?:import|require)\(\s*(['"])([^'"\n]+)\1/g)];
  return calls.some(([, , name]) => name !== undefined && isWanted(moduleKey(name)));
}

function* deepNames(node: ts.Node, isWanted: (module: string) => boolean): Generator<ts.StringLiteral> {
  const name = deepName(node);
  if (name !== undefined && isWanted(moduleKey(name.text))) yield name;
  for (const child of childrenOf(node)) yield* deepNames(child, isWanted);
}

function deepName(node: ts.Node): ts.StringLiteral | undefined {
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)
      ? node.argument.literal
      : undefined;
  }
  if (!ts.isCallExpression(node)) return undefined;
  const { expression, arguments: args } = node;
  const isImport = expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(expression) && expression.text === 'require';
  const [first] = args;
  return (isImport || isRequire) && first !== undefined && ts.isStringLiteral(first) ? first : undefined;
}

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child));
  return children;
}
