/** Brings pinned packages from the registry into a cache folder, and makes the measured project of them. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PinnedPackage, packages } from './packages.ts';
import { repository } from './places.ts';

const tsconfig = {
  compilerOptions: {
    target: 'es2022',
    module: 'preserve',
    moduleResolution: 'bundler',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    lib: ['es2024', 'dom', 'dom.iterable', 'esnext.disposable'],
    types: ['node'],
  },
  include: ['code'],
};

/**
 * Makes the project of real code, unless it is there.
 * @param cache a folder outside the repository's history
 * @returns the project's folder
 * @throws Error for a package that cannot be had, or is not the one that was pinned
 */
export function realProject(cache: string): string {
  const folder = join(cache, 'real');
  const stamp = join(folder, 'complete.json');
  const wanted = JSON.stringify(packages);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  for (const pinned of packages) place(pinned, unpacked(pinned, cache), folder);
  linkOwnPackages(folder);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(stamp, wanted);
  return folder;
}

/** Types of Node, and what ESLint's configuration imports, are those of this repository. */
export function linkOwnPackages(folder: string): void {
  for (const name of ['@types/node', 'undici-types', 'eslint', 'typescript-eslint', 'typescript']) {
    const target = join(folder, 'node_modules', name);
    mkdirSync(join(target, '..'), { recursive: true });
    if (!existsSync(target)) symlinkSync(join(repository, 'node_modules', name), target);
  }
}

function place(pinned: PinnedPackage, content: string, folder: string): void {
  if (pinned.folder === undefined)
    cpSync(content, join(folder, 'node_modules', pinned.name), { recursive: true });
  else cpSync(join(content, 'src'), join(folder, 'code', pinned.folder), { recursive: true });
}

function unpacked(pinned: PinnedPackage, cache: string): string {
  const folder = join(cache, 'packages', `${pinned.name.replace('/', '-')}-${pinned.version}`);
  if (existsSync(join(folder, 'package.json'))) return folder;
  mkdirSync(folder, { recursive: true });
  const archive = packed(pinned, folder);
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== pinned.integrity)
    throw new Error(
      `${pinned.name}@${pinned.version} has the integrity ${found}, not the one that was pinned.`,
    );
  run('tar', ['xzf', archive, '--strip-components=1', '-C', folder], folder);
  return folder;
}

function packed({ name, version }: PinnedPackage, folder: string): string {
  const output = run('npm', ['pack', `${name}@${version}`, '--silent', '--ignore-scripts'], folder);
  return join(folder, output.trim().split('\n').at(-1) ?? '');
}

function run(command: string, words: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, [...words], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} failed: ${stderr}`);
  return stdout;
}
