/** Builds both packages into their `dist` folders, from nothing, so that what `npm pack` ships is never stale. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

export interface Package {
  readonly name: string;
  readonly folder: string;
}

const root = join(import.meta.dirname, '..');

export const packages: readonly Package[] = [
  { name: 'eslint-plugin-stateless', folder: root },
  { name: 'stateless-runtime', folder: join(root, 'runtime') },
];

/** Compiles both packages; false when a compiler found an error, which it has then printed. */
export function build(): boolean {
  return packages.map(buildPackage).every(Boolean);
}

function buildPackage({ folder }: Package): boolean {
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const result = spawnSync(process.execPath, [compiler, '-p', join(folder, 'tsconfig.build.json')], {
    stdio: 'inherit',
  });
  for (const program of programsOf(folder)) makeExecutable(join(folder, program));
  return result.status === 0;
}

function programsOf(folder: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly bin?: Readonly<Record<string, string>>;
  };
  return [...new Set(Object.values(manifest.bin ?? {}))];
}

function makeExecutable(file: string): void {
  if (existsSync(file)) chmodSync(file, 0o755);
}

if (import.meta.main) process.exitCode = build() ? 0 : 1;
