/** Rows that resolve in the program: the declared symbols behind the exports that rows name, through any re-export. */
import ts from 'typescript';
import { packageOfModule } from './module-key.ts';
import type { PathNode } from './path-node.ts';

/** A node that a symbol stands at, and the package whose rows say so. */
export interface NamedNode {
  readonly node: PathNode;
  readonly package: string;
}

export interface ResolvedExports {
  nodesOf(symbol: ts.Symbol): readonly NamedNode[];
  /** Whether a module is in the program and exports the name for something else than the symbol. */
  isTaken(module: string, name: string, symbol: ts.Symbol): boolean;
}

/** Resolves what rows name in each module: work for the rows of modules that the program imports, and no others. */
export function resolveExports(
  checker: ts.TypeChecker,
  modules: ReadonlyMap<string, ReadonlySet<ts.Symbol>>,
  rootOf: (module: string, symbol: ts.Symbol) => PathNode | undefined,
): ResolvedExports {
  const named = new Map<ts.Symbol, Map<PathNode, NamedNode>>();
  const exporters = new Map<string, ReadonlySet<ts.Symbol>>(modules);
  for (const [module, symbols] of modules) {
    const packageName = packageOfModule(module);
    const add = (symbol: ts.Symbol, node: PathNode): void => {
      const nodes = named.get(symbol) ?? new Map<PathNode, NamedNode>();
      named.set(symbol, nodes.set(node, { node, package: packageName }));
    };
    for (const symbol of symbols) {
      const root = rootOf(module, symbol);
      if (root !== undefined) linkModule(checker, symbol, root, add);
    }
  }
  return {
    nodesOf: (symbol) => [...(named.get(symbol)?.values() ?? [])],
    isTaken: (module, name, symbol) =>
      [...(exporters.get(module) ?? [])].some((each) => {
        const found = exportOf(checker, each, name);
        return found !== undefined && found !== symbol;
      }),
  };
}

/** The symbol itself where it is no alias, else what the alias stands for in the end. */
export function resolveAlias(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

type Add = (symbol: ts.Symbol, node: PathNode) => void;

function linkModule(checker: ts.TypeChecker, module: ts.Symbol, node: PathNode, add: Add): void {
  add(module, node);
  const assigned = module.exports?.get(ts.InternalSymbolName.ExportEquals);
  if (assigned !== undefined) {
    const symbol = resolveAlias(checker, assigned);
    for (const each of [symbol, ...builtTypes(checker, symbol)]) add(each, node);
  }
  for (const [name, child] of node.members) {
    const symbol =
      exportOf(checker, module, name) ??
      nestedExport(checker, module, name) ??
      memberOf(checker, assigned, name);
    if (symbol === undefined) continue;
    if (isModule(symbol)) linkModule(checker, symbol, child, add);
    else add(symbol, child);
    for (const renamed of renamedTypes(checker, symbol)) add(renamed, child);
  }
}

/** `export = _`: what an import names is a member of the value. */
function memberOf(
  checker: ts.TypeChecker,
  assigned: ts.Symbol | undefined,
  name: string,
): ts.Symbol | undefined {
  const value = assigned && resolveAlias(checker, assigned);
  if (value === undefined || (value.flags & ts.SymbolFlags.Variable) === 0) return undefined;
  return checker.getPropertyOfType(checker.getTypeOfSymbol(value), name);
}

/** `export = doc`, a variable that is declared to make instances of a package's own interface. */
function builtTypes(checker: ts.TypeChecker, symbol: ts.Symbol): readonly ts.Symbol[] {
  const { valueDeclaration } = symbol;
  if (valueDeclaration === undefined || !ts.isVariableDeclaration(valueDeclaration)) return [];
  const signatures = checker.getTypeOfSymbol(symbol).getConstructSignatures();
  return signatures.flatMap((signature) => {
    const built = checker.getReturnTypeOfSignature(signature).getSymbol();
    const declaration = built?.declarations?.[0];
    const isOwn = declaration !== undefined && packageFolder(declaration) === packageFolder(valueDeclaration);
    return built !== undefined && isOwn ? [built] : [];
  });
}

/** `export type Statement = Hidden.Statement`: a package's own classes and interfaces under the name that they are known by. */
function renamedTypes(checker: ts.TypeChecker, symbol: ts.Symbol): readonly ts.Symbol[] {
  const node = symbol.declarations?.find(ts.isTypeAliasDeclaration)?.type;
  return node === undefined ? [] : referencesOf(node).flatMap((one) => ownType(checker, one) ?? []);
}

function referencesOf(node: ts.TypeNode): readonly ts.TypeReferenceNode[] {
  if (ts.isTypeReferenceNode(node)) return [node];
  return ts.isConditionalTypeNode(node) ? [node.trueType, node.falseType].flatMap(referencesOf) : [];
}

function ownType(checker: ts.TypeChecker, node: ts.TypeReferenceNode): ts.Symbol | undefined {
  const target = checker.getSymbolAtLocation(node.typeName);
  const type = target && resolveAlias(checker, target);
  const [declaration] = type?.declarations ?? [];
  const isOwn = declaration !== undefined && packageFolder(declaration) === packageFolder(node);
  return isOwn && (type?.flags ?? 0) & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface) ? type : undefined;
}

const packageFolder = (node: ts.Node): string =>
  /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(node.getSourceFile().fileName)?.[0] ?? '';

function exportOf(checker: ts.TypeChecker, module: ts.Symbol, name: string): ts.Symbol | undefined {
  const symbol = checker.tryGetMemberInModuleExports(name, module);
  return symbol && resolveAlias(checker, symbol);
}

/** A nested name may be written by its last part where only one exported namespace has it. */
function nestedExport(checker: ts.TypeChecker, module: ts.Symbol, name: string): ts.Symbol | undefined {
  const namespaces = checker
    .getExportsOfModule(module)
    .map((symbol) => resolveAlias(checker, symbol))
    .filter(isModule);
  const found = new Set(
    namespaces.map((each) => exportOf(checker, each, name)).filter((each) => each !== undefined),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

function isModule(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Module) !== 0;
}
