/** The rows of the catalogue in portions that are opened as one program each, with what they must see. */
import { parseType } from '../../engine/models/parse-type.ts';
import { packageOfModule } from '../../engine/models/module-key.ts';
import type { Models, Row } from '../../engine/models/rows.ts';
import { BROWSER, surroundings, type Surroundings } from './virtual-program.ts';
import { isBuiltin } from 'node:module';
import { satisfies } from 'semver';

export interface Batch {
  readonly name: string;
  readonly models: Models;
  readonly around: Surroundings;
  /** Where a row that is not here is looked for: what the library of a browser declares in another way. */
  readonly otherwise?: Surroundings;
  /** Whether programs of `fixtures/` show what no generated line can: what passes through streams, emitters and promises. */
  readonly hasFixtures: boolean;
}

const LISTS = ['sources', 'sinks', 'propagators', 'sanitizers', 'guards'] as const;

/** A program holds this many packages at once. */
const PACKAGES_A_BATCH = 10;

/** Which package's rows a row is one of: a package, `node`, or the runtime of a global. */
export function ownerOf(row: Row): string {
  const { module } = parseType(row);
  if (module === 'global') return globalOwner(row);
  if (module === 'bun' || module.startsWith('bun:')) return 'bun-types';
  // The types of Node's own fetch are a package of their own.
  return isBuiltin(module) || module === 'undici-types' ? 'node' : packageOfModule(module);
}

function globalOwner({ path, type }: Row): string {
  const [, name = ''] =
    /^(?:Member\[)?([^\],.]*)/.exec(type === 'global' ? path : type.slice('global.'.length)) ?? [];
  if (name === 'Deno') return '@types/deno';
  return name === 'Bun' ? 'bun-types' : 'global';
}

/** What a batch is opened with. Platforms have one each; packages share the last. */
interface Opening {
  readonly name: string;
  readonly lib: readonly string[];
  readonly types: readonly string[];
  readonly otherwise?: readonly string[];
  readonly hasFixtures?: boolean;
}

const PLATFORMS: readonly Opening[] = [
  { name: 'node', lib: ['esnext'], types: ['node'], hasFixtures: true },
  { name: 'global', lib: BROWSER, otherwise: ['esnext'], types: ['node'], hasFixtures: true },
  // Deno has the web's streams, which its types take from its own library.
  { name: '@types/deno', lib: BROWSER, types: ['deno'] },
  { name: 'bun-types', lib: ['esnext'], types: ['bun-types'] },
];

/**
 * The batches of the wanted packages, one at a time: what the files of one hold is free before the next is opened.
 * `folder` has them installed.
 */
export function* batchesOf(
  all: Models,
  wanted: readonly string[],
  folder: string,
  versions: ReadonlyMap<string, string>,
): Generator<Batch> {
  const models = filtered(all, (row) => holdsFor(row, versions.get(ownerOf(row))));
  for (const platform of PLATFORMS)
    if (wanted.includes(platform.name)) yield batchOf(models, [platform.name], folder, platform);
  const packages = wanted.filter((owner) => PLATFORMS.every(({ name }) => name !== owner));
  for (let from = 0; from < packages.length; from += PACKAGES_A_BATCH) {
    const names = packages.slice(from, from + PACKAGES_A_BATCH);
    yield batchOf(models, names, folder, { name: names.join(), lib: BROWSER, types: ['node'] });
  }
}

function batchOf(
  models: Models,
  names: readonly string[],
  folder: string,
  { name, lib, types, otherwise, hasFixtures = false }: Opening,
): Batch {
  return {
    name,
    models: only(models, names),
    around: surroundings(folder, lib, types),
    ...(otherwise && { otherwise: surroundings(folder, otherwise, types) }),
    hasFixtures,
  };
}

/** Rows of other versions than the pinned one cannot be proved with it. */
function holdsFor({ versions }: Row, pinned: string | undefined): boolean {
  return versions === undefined || pinned === undefined || satisfies(pinned, versions);
}

const only = (models: Models, owners: readonly string[]): Models =>
  filtered(models, (row) => owners.includes(ownerOf(row)));

function filtered(models: Models, isKept: (row: Row) => boolean): Models {
  const kept = <R extends Row>(rows: readonly R[]): readonly R[] => rows.filter(isKept);
  return {
    sources: kept(models.sources),
    sinks: kept(models.sinks),
    propagators: kept(models.propagators),
    sanitizers: kept(models.sanitizers),
    guards: kept(models.guards),
  };
}

/** All packages that rows speak of, in the order of the alphabet. */
export function ownersOf(models: Models): readonly string[] {
  return [...new Set(LISTS.flatMap((list) => models[list].map(ownerOf)))].sort();
}
