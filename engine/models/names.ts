/** From symbols and types of one program to nodes: what an export resolves to, where a declaration stands, and what it inherits. */
import ts from 'typescript';
import { once } from '../once.ts';
import { declaredNodes } from './declared-names.ts';
import { createFileExports } from './file-exports.ts';
import { findGlobalTypes } from './global-types.ts';
import { packageOfModule } from './module-key.ts';
import { findModules } from './module-symbols.ts';
import { presentModules } from './present-modules.ts';
import type { NameSource } from './name-source.ts';
import { nodesOfName } from './name-source.ts';
import type { Packages } from './packages.ts';
import { GLOBAL } from './parse-type.ts';
import type { PathNode } from './path-node.ts';
import { compareTexts } from './path-node.ts';
import type { ResolvedExports } from './resolved-exports.ts';
import { resolveAlias, resolveExports } from './resolved-exports.ts';
import { isOfShape } from './shapes.ts';
import type { Tries } from './tries.ts';
import { typeNodes } from './type-names.ts';

export interface Names extends Pick<NameSource, 'symbolNodes' | 'instanceNodes' | 'globalNodes'> {
  /** Whether the program can have a value that rows of the module speak of. */
  isPresent(module: string): boolean;
}

/** Nodes are found once for each symbol and type; the program's modules are looked up at the first question. */
export function createNames(program: ts.Program, tries: Tries, packages: Packages): Names {
  const checker = program.getTypeChecker();
  const bySymbol = new WeakMap<ts.Symbol, readonly PathNode[]>();
  const byType = new WeakMap<ts.Type, readonly PathNode[]>();
  const resolved = once(() => resolveProgram(program, tries, packages));
  const globalTypes = once(() => findGlobalTypes(program, tries));
  const present = once(() => presentModules(program, tries, packages));
  const source: NameSource = {
    checker,
    variableNodes: (symbol) => globalTypes().get(symbol) ?? [],
    globalNodes: (name) => globalNodes(tries, name),
    exportNodes: createFileExports(checker, tries, packages, resolved),
    symbolNodes: (symbol) =>
      remember(bySymbol, resolveAlias(checker, symbol), (target) => [
        ...resolved()
          .nodesOf(target)
          .map(({ node }) => node),
        ...placeNodes(target, source),
        ...shapeNodes(target, tries, checker),
        ...inheritedNodes(target, source),
      ]),
    instanceNodes: (type) => remember(byType, type, () => typeNodes(type, source)),
  };
  return { ...source, isPresent: (module) => module === GLOBAL || present().has(module) };
}

function shapeNodes(symbol: ts.Symbol, tries: Tries, checker: ts.TypeChecker): readonly PathNode[] {
  return tries.shapes.flatMap((shape) =>
    isOfShape(symbol, shape, checker) ? (tries.root(shape.module, undefined) ?? []) : [],
  );
}

/** The names by which a program reaches all globals as members. */
const GLOBAL_OBJECTS = new Set(['globalThis', 'global', 'self', 'window']);

function globalNodes(tries: Tries, name: string): readonly PathNode[] {
  const root = tries.root(GLOBAL, undefined);
  const nodes = [root?.member(name), GLOBAL_OBJECTS.has(name) ? root : undefined];
  return nodes.filter((node) => node !== undefined);
}

function resolveProgram(program: ts.Program, tries: Tries, packages: Packages): ResolvedExports {
  const modules = findModules(program, (module) => module !== GLOBAL && tries.has(module));
  const folder = program.getCurrentDirectory();
  return resolveExports(program.getTypeChecker(), modules, (module, symbol) =>
    tries.root(module, versionOf(module, symbol, packages, folder)),
  );
}

/** The version of the package that declares the module: a package's own, or that of the declarations of a built-in. */
function versionOf(
  module: string,
  symbol: ts.Symbol,
  packages: Packages,
  folder: string,
): string | undefined {
  const [declaration] = symbol.declarations ?? [];
  const declaring = declaration && packages.packageOf(declaration.getSourceFile());
  const name = packageOfModule(module);
  const isOwn =
    declaring?.name === name || (declaration !== undefined && ts.isModuleDeclaration(declaration));
  return isOwn ? declaring?.version : packages.installedVersion(name, folder);
}

function placeNodes(symbol: ts.Symbol, source: NameSource): readonly PathNode[] {
  const { declarations = [] } = symbol;
  if (declarations.length === 0 && symbol.name === 'globalThis') return source.globalNodes(symbol.name);
  const declared = declaredSymbols(symbol, source.checker);
  if (declared.length > 0) return declared.flatMap((each) => source.symbolNodes(each));
  // The overloads of a function share their place.
  const places = new Map(declarations.map((declaration) => [declaration.parent, declaration]));
  return [...places.values()].flatMap((declaration) => declaredNodes(symbol, declaration, source));
}

/** The symbols behind one that the checker made up: of a union's member, a mapped type's, or a module that is imported as a whole. */
function declaredSymbols(symbol: ts.Symbol, checker: ts.TypeChecker): readonly ts.Symbol[] {
  if ((symbol.flags & ts.SymbolFlags.Transient) === 0) return [];
  const names = (symbol.declarations ?? []).map((each) =>
    ts.isSourceFile(each) ? each : ts.getNameOfDeclaration(each),
  );
  const declared = names.map((name) => name && checker.getSymbolAtLocation(name));
  return declared.every((each) => each !== symbol)
    ? [...new Set(declared.filter((each) => each !== undefined))]
    : [];
}

/** A class without a constructor of its own is made, and its statics are read, as its base is. */
function inheritedNodes(symbol: ts.Symbol, source: NameSource): readonly PathNode[] {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || !ts.isClassLike(declaration)) return [];
  if (declaration.members.some(ts.isConstructorDeclaration)) return [];
  const clause = declaration.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  const base = clause?.types[0]?.expression;
  return base === undefined ? [] : nodesOfName(base, source);
}

/** A question that leads back to itself has no more to say. */
function remember<Key extends object>(
  known: WeakMap<Key, readonly PathNode[]>,
  key: Key,
  find: (key: Key) => readonly PathNode[],
): readonly PathNode[] {
  const before = known.get(key);
  if (before !== undefined) return before;
  known.set(key, []);
  const found = find(key);
  const nodes =
    found.length < 2 ? found : [...new Set(found)].sort((left, right) => compareTexts(left.at, right.at));
  known.set(key, nodes);
  return nodes;
}
