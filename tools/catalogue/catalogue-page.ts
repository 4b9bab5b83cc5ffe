/** The generated page of the catalogue: a row for each package, with the version that the proof has tried. */
import { catalogue } from '../../catalogue/index.ts';
import type { Row } from '../../engine/models/rows.ts';
import { ownerOf, ownersOf } from './batches.ts';
import { versionsOf } from './workspace.ts';
import { table } from '../table.ts';

const NAMES: Readonly<Record<string, string>> = {
  global: 'the language and the web platform',
  node: "Node's own modules",
  '@types/deno': 'Deno (`@types/deno`)',
  'bun-types': 'Bun (`bun-types`)',
};

/** Packages with sinks, then those of which only propagators or sanitizers are known. */
export function catalogueTables(): string {
  const versions = versionsOf('all');
  const owners = ownersOf(catalogue).map((name) => ({ name, kinds: kindsOf(name), rows: countsOf(name) }));
  const withSinks = owners.filter(({ rows }) => rows.sinks > 0);
  const without = owners.filter(({ rows }) => rows.sinks === 0);
  const versionOf = (name: string): string => versions.get(name) ?? versions.get(typesOf(name)) ?? '';
  return [
    `${withSinks.length} packages and platforms with sinks, ${without.length} more with propagators and sanitizers alone; ${countAll()} rows.`,
    table([
      ['package', 'version proved', 'kinds', 'sinks', 'propagators', 'sanitizers'],
      ...withSinks.map(({ name, kinds, rows }) => [shown(name), versionOf(name), kinds, ...numbers(rows)]),
    ]),
    table([
      ['package', 'version proved', 'propagators', 'sanitizers'],
      ...without.map(({ name, rows }) => [shown(name), versionOf(name), ...numbers(rows).slice(1)]),
    ]),
  ].join('\n\n');
}

function shown(name: string): string {
  return NAMES[name] ?? `\`${name}\``;
}

/** The declarations of a package that another package has. */
function typesOf(name: string): string {
  if (name === 'node' || name === 'global') return '@types/node';
  return `@types/${name.startsWith('@') ? name.slice(1).replace('/', '__') : name}`;
}

interface Counts {
  readonly sinks: number;
  readonly propagators: number;
  readonly sanitizers: number;
}

function countsOf(name: string): Counts {
  const count = (rows: readonly Row[]): number => rows.filter((row) => ownerOf(row) === name).length;
  const { sinks, propagators, sanitizers } = catalogue;
  return { sinks: count(sinks), propagators: count(propagators), sanitizers: count(sanitizers) };
}

function numbers({ sinks, propagators, sanitizers }: Counts): readonly string[] {
  return [sinks, propagators, sanitizers].map((count) => (count === 0 ? '' : String(count)));
}

function kindsOf(name: string): string {
  const own = catalogue.sinks.filter((row) => ownerOf(row) === name);
  return [...new Set(own.map(({ kind }) => kind))].sort().join(', ');
}

function countAll(): number {
  return catalogue.sinks.length + catalogue.propagators.length + catalogue.sanitizers.length;
}
