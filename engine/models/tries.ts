/** The compiled rows of each module, chosen by the version that is in use. */
import { groupBy } from '../group-by.ts';
import { satisfies } from 'semver';
import { packageOfModule } from './module-key.ts';
import type { ModuleRows, ParsedRow } from './compile.ts';
import { compileModule } from './compile.ts';
import type { NodeSpace, PathNode } from './path-node.ts';
import type { Shape } from './shapes.ts';

export interface Tries {
  /** The shapes of types that rows tell by shape. */
  readonly shapes: readonly Shape[];
  has(module: string): boolean;
  /** The modules with rows that belong to a package: itself and its files. */
  modulesOf(packageName: string): readonly string[];
  /** What rows say of the module's exports at a version; rows for other versions are left out, unless it is unknown. */
  root(module: string, version: string | undefined): PathNode | undefined;
}

export function createTries(modules: ReadonlyMap<string, ModuleRows>, space: NodeSpace): Tries {
  const roots = new Map<string, PathNode | undefined>();
  const byPackage = groupBy(modules.keys(), packageOfModule);
  return {
    shapes: [...modules.values()].flatMap(({ shape }) => shape ?? []),
    has: (module) => modules.has(module),
    modulesOf: (packageName) => byPackage.get(packageName) ?? [],
    root(module, version) {
      const rows = modules.get(module);
      if (rows === undefined) return undefined;
      const isVersioned = version !== undefined && rows.rows.some(({ versions }) => versions !== undefined);
      const key = isVersioned ? `${module}@${version}` : module;
      const root =
        roots.get(key) ??
        space.nodeOf([compileModule(rows, (row) => !isVersioned || holdsFor(row, version))]);
      roots.set(key, root);
      return root;
    },
  };
}

function holdsFor({ versions }: ParsedRow, version: string): boolean {
  return versions === undefined || satisfies(version, versions, { includePrerelease: true });
}
