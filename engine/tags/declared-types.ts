/** The types that `policy.plaintext` names: other people's types, found by where they are declared or exported. */
import ts from 'typescript';
import type { PlaintextType } from '../policy.ts';
import { DEFAULT_LABEL } from './doc-comment.ts';
import { packageOf } from './package-of.ts';
import { resolvedAlias } from './symbols.ts';

/** The labels of each type that a row names. */
export function namedTypes(
  program: ts.Program,
  rows: readonly PlaintextType[],
): ReadonlyMap<ts.Symbol, readonly string[]> {
  const labels = new Map<ts.Symbol, string[]>();
  if (rows.length === 0) return labels;
  for (const file of program.getSourceFiles()) {
    for (const row of rows) {
      for (const symbol of symbolsNamed(program, file, row)) {
        labels.set(symbol, [...(labels.get(symbol) ?? []), row.label ?? DEFAULT_LABEL]);
      }
    }
  }
  return labels;
}

function symbolsNamed(program: ts.Program, file: ts.SourceFile, row: PlaintextType): readonly ts.Symbol[] {
  const checker = program.getTypeChecker();
  if (row.from === 'file') {
    return file.fileName === row.path ? declaredAs(checker, file.statements, row.name) : [];
  }
  const own = packageOf(program, file.fileName) === row.package ? packageTypes(checker, file, row.name) : [];
  return [
    ...own,
    ...ambientBlocks(file, row.package).flatMap((block) => declaredAs(checker, block, row.name)),
  ];
}

/** What a package's file exports under a name, or declares in a namespace or as a global. */
function packageTypes(checker: ts.TypeChecker, file: ts.SourceFile, name: string): readonly ts.Symbol[] {
  const module = checker.getSymbolAtLocation(file);
  if (module === undefined) return declaredAs(checker, file.statements, name);
  const exported = checker.getExportsOfModule(module).find((symbol) => symbol.name === name);
  const nested = declaredAs(checker, file.statements, name).filter(
    (symbol) => name.includes('.') || isNested(symbol),
  );
  return exported === undefined ? nested : [resolvedAlias(checker, exported)];
}

function isNested(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some((node) => ts.isModuleBlock(node.parent));
}

/** `declare module "name"` speaks for the package of that name, wherever it stands. */
function ambientBlocks(file: ts.SourceFile, name: string): readonly ts.NodeArray<ts.Statement>[] {
  return file.statements.flatMap((statement) =>
    ts.isModuleDeclaration(statement) &&
    ts.isStringLiteral(statement.name) &&
    statement.name.text === name &&
    statement.body !== undefined &&
    ts.isModuleBlock(statement.body)
      ? [statement.body.statements]
      : [],
  );
}

/** Types declared among statements as `Name`, as `Outer.Name`, or as `Name` in a namespace where only one has it. */
function declaredAs(
  checker: ts.TypeChecker,
  statements: readonly ts.Statement[],
  name: string,
): readonly ts.Symbol[] {
  const all = typeDeclarations(statements, '');
  const full = all.filter((entry) => entry.path === name);
  const last = all.filter((entry) => entry.path.endsWith(`.${name}`));
  const chosen = full.length > 0 ? full : last.every((entry) => entry.path === last[0]?.path) ? last : [];
  return chosen.flatMap(({ node }) => checker.getSymbolAtLocation(node) ?? []);
}

interface NamedDeclaration {
  readonly path: string;
  readonly node: ts.Node;
}

function typeDeclarations(statements: readonly ts.Statement[], outer: string): readonly NamedDeclaration[] {
  return statements.flatMap((statement): readonly NamedDeclaration[] => {
    if (ts.isModuleDeclaration(statement)) return inNamespace(statement, outer);
    if (!isTypeDeclaration(statement) || statement.name === undefined) return [];
    return [{ path: `${outer}${statement.name.text}`, node: statement.name }];
  });
}

function inNamespace(namespace: ts.ModuleDeclaration, outer: string): readonly NamedDeclaration[] {
  if (!ts.isIdentifier(namespace.name) || namespace.body === undefined) return [];
  const path = namespace.name.text === 'global' ? outer : `${outer}${namespace.name.text}.`;
  if (ts.isModuleBlock(namespace.body)) return typeDeclarations(namespace.body.statements, path);
  return ts.isModuleDeclaration(namespace.body) ? inNamespace(namespace.body, path) : [];
}

function isTypeDeclaration(
  statement: ts.Statement,
): statement is ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.ClassDeclaration | ts.EnumDeclaration {
  return (
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement)
  );
}
