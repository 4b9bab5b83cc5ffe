/** The compiled rows of each module, chosen by the version that is in use. */
import { groupBy } from '../group-by.ts';
import { satisfies } from 'semver';
import { packageOfModule } from './module-key.ts';
import type { ModuleRows, ParsedRow } from './compile.ts';
import { compileModule } from './compile.ts';
import type { NodeSpace, PathNode } from './path-node.ts';
import type { PathState } from './path-state.ts';
import type { Shape } from './shapes.ts';

export interface Tries {
  /** The shapes of types that rows tell by shape. */
  readonly shapes: readonly Shape[];
  has(module: string): boolean;
  /** The modules with rows that belong to a package: itself and its files. */
  modulesOf(packageName: string): readonly string[];
  /** What rows say of the module's exports at a version; rows for other versions are left out, unless it is unknown. */
  root(module: string, version: string | undefined): PathNode | undefined;
  /** The same with the aliases of rows, for who follows a text where no type says what is what. */
  untypedRoot(module: string, version: string | undefined): PathNode | undefined;
}

export function createTries(modules: ReadonlyMap<string, ModuleRows>, space: NodeSpace): Tries {
  const roots = new Map<string, PathNode | undefined>();
  const byPackage = groupBy(modules.keys(), packageOfModule);
  const rootOf = (module: string, version: string | undefined, isTyped: boolean): PathNode | undefined => {
    const rows = modules.get(module);
    if (rows === undefined) return undefined;
    const isVersioned = version !== undefined && rows.rows.some(({ versions }) => versions !== undefined);
    const key = `${module}@${isVersioned ? version : ''} ${String(isTyped)}`;
    const holds = (row: ParsedRow): boolean =>
      (!isVersioned || holdsFor(row, version)) && !(isTyped && row.same !== undefined);
    const root = roots.get(key) ?? space.nodeOf([compileModule(rows, holds, other)]);
    roots.set(key, root);
    return root;
  };
  const other = (module: string): PathState | undefined =>
    rootOf(module, undefined, false)?.states.find(({ at }) => at === module);
  return {
    shapes: [...modules.values()].flatMap(({ shape }) => shape ?? []),
    has: (module) => modules.has(module),
    modulesOf: (packageName) => byPackage.get(packageName) ?? [],
    root: (module, version) => rootOf(module, version, true),
    untypedRoot: (module, version) => rootOf(module, version, false),
  };
}

function holdsFor({ versions }: ParsedRow, version: string): boolean {
  return versions === undefined || satisfies(version, versions, { includePrerelease: true });
}
