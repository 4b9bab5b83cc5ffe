/** Rows of a package for what its own files export: how a team's own code, imported by path, is found. */
import { groupBy } from '../group-by.ts';
import type ts from 'typescript';
import type { NameSource } from './name-source.ts';
import { membersOf } from './name-source.ts';
import type { Package, Packages } from './packages.ts';
import type { PathNode } from './path-node.ts';
import type { ResolvedExports } from './resolved-exports.ts';
import { resolveAlias } from './resolved-exports.ts';
import type { Tries } from './tries.ts';

type ExportNames = ReadonlyMap<ts.Symbol, readonly string[]>;

/** The names that a file exports are collected once, and only for files of packages that rows speak of. */
export function createFileExports(
  checker: ts.TypeChecker,
  tries: Tries,
  packages: Packages,
  resolved: () => ResolvedExports,
): NameSource['exportNodes'] {
  const exportsOf = new WeakMap<ts.SourceFile, ExportNames>();
  const namesIn = (file: ts.SourceFile, symbol: ts.Symbol): readonly string[] => {
    const names = exportsOf.get(file) ?? exportNames(checker, file);
    exportsOf.set(file, names);
    return names.get(symbol) ?? [];
  };
  return (file, exported) => {
    const own = packages.packageOf(file);
    const modules =
      own === undefined ? [] : tries.modulesOf(own.name).filter((module) => isModuleOf(module, own));
    if (own === undefined || modules.length === 0) return [];
    const roots = modules.map((module) => ({ module, root: tries.root(module, own.version) }));
    if (typeof exported === 'string') return roots.flatMap(({ root }) => memberOf(root, exported));
    // The package's entry exports it: that name counts, and the file's own adds nothing.
    if (
      resolved()
        .nodesOf(exported)
        .some((named) => named.package === own.name)
    )
      return [];
    return namesIn(file, exported).flatMap((name) =>
      roots
        .filter(({ module }) => !resolved().isTaken(module, name, exported))
        .flatMap(({ root }) => memberOf(root, name)),
    );
  };
}

/** A package's name stands for any of its files, `package/client` for the file `client` in any of its folders. */
function isModuleOf(module: string, { name, path }: Package): boolean {
  if (module === name) return true;
  const wanted = withoutExtension(module.slice(name.length));
  const file = `/${withoutExtension(path)}`;
  return file.endsWith(wanted) || file.endsWith(`${wanted}/index`);
}

const withoutExtension = (path: string): string => path.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');

function exportNames(checker: ts.TypeChecker, file: ts.SourceFile): ExportNames {
  const module = checker.getSymbolAtLocation(file);
  const exported = module === undefined ? [] : checker.getExportsOfModule(module);
  const groups = groupBy(exported, (symbol) => resolveAlias(checker, symbol));
  return new Map([...groups].map(([symbol, names]) => [symbol, names.map(({ name }) => name)]));
}

const memberOf = (root: PathNode | undefined, name: string): readonly PathNode[] =>
  root === undefined ? [] : membersOf([root], name);
