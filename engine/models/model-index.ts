/** Answers what the compiled rows say of the packages, globals, types and symbols of one program. */
import type ts from 'typescript';
import type { ModuleRows } from './compile.ts';
import { groupModels } from './compile.ts';
import type { ModelIndex } from './index-face.ts';
import { moduleKey, packageOfModule } from './module-key.ts';
import { createNames } from './names.ts';
import { createPackages } from './packages.ts';
import { GLOBAL } from './parse-type.ts';
import { type PathNode, createNodeSpace } from './path-node.ts';
import type { Models } from './rows.ts';
import { type Tries, createTries } from './tries.ts';

/**
 * Compiles the rows for a program. Nothing of the program is read before the first question that needs it.
 * @throws ModelError that names the row at fault.
 */
export function createModelIndex(program: ts.Program, models: Models): ModelIndex {
  const modules = groupModels(models);
  const space = createNodeSpace();
  const tries = createTries(modules, space);
  const packages = createPackages(program);
  const names = createNames(program, tries, packages);
  const rootOf = (name: string, root: Tries['root']): PathNode | undefined => {
    const module = moduleKey(name);
    if (module === GLOBAL || !tries.has(module)) return undefined;
    return root(module, packages.installedVersion(packageOfModule(module), program.getCurrentDirectory()));
  };
  let memberNames: ReadonlySet<string> | undefined;
  return {
    packageNode: (name) => rootOf(name, (module, version) => tries.root(module, version)),
    untypedPackageNode(name) {
      const root = rootOf(name, (module, version) => tries.untypedRoot(module, version));
      // A package that exports one thing is that thing, to who loads it by its text alone.
      return root && space.join([root, root.member('default')].filter((node) => node !== undefined));
    },
    globalNode: (name) => space.join(names.globalNodes(name)),
    instanceNodes: names.instanceNodes,
    symbolNodes: names.symbolNodes,
    speaksOf(file) {
      const own = packages.packageOf(file);
      return own !== undefined && tries.modulesOf(own.name).length > 0;
    },
    get memberNames() {
      return (memberNames ??= memberNamesOf(
        [...modules.values()].filter(({ module }) => names.isPresent(module)),
      ));
    },
  };
}

function memberNamesOf(modules: readonly ModuleRows[]): ReadonlySet<string> {
  const names = modules.flatMap(({ memberNames }) => [...memberNames]);
  return modules.some(({ readsAnyMember }) => readsAnyMember) ? new EveryName(names) : new Set(names);
}

/** A row reads any member: no name can be refused. */
class EveryName extends Set<string> {
  override has(): boolean {
    return true;
  }
}
