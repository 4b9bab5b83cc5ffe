/** An empty project outside this tree, as a user of the packages would have it: in a temporary folder, from tarballs. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

export interface Output {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface OutsideProject {
  readonly folder: string;
  write(files: Readonly<Record<string, string>>): void;
  /** Runs a program that an installed package brought. */
  run(program: string, ...args: readonly string[]): Output;
  /** The packages that were installed, scoped ones as `@scope/name`. */
  packages(): readonly string[];
  remove(): void;
}

export function createFolder(): string {
  return mkdtempSync(join(tmpdir(), 'stateless-outside-'));
}

/** Packs a package of this repository into a folder and returns the tarball. */
export function pack(packageFolder: string, into: string): string {
  const output = runProgram('npm', ['pack', '--json', '--pack-destination', into], packageFolder);
  const [packed] = JSON.parse(output.stdout) as readonly { readonly filename: string }[];
  if (packed === undefined) throw new Error(`npm packed nothing: ${output.stderr}`);
  return join(into, packed.filename);
}

/** Makes a project and installs packages into it: tarballs, or exact versions by name. */
export function createOutsideProject(packages: readonly string[]): OutsideProject {
  const folder = createFolder();
  writeFiles(folder, {
    'package.json': JSON.stringify({ name: 'chat-service', private: true, type: 'module' }),
  });
  const install = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', ...packages];
  const { exitCode, stderr } = runProgram('npm', install, folder);
  if (exitCode !== 0) throw new Error(`npm could not install: ${stderr}`);
  return {
    folder,
    write: (files) => {
      writeFiles(folder, files);
    },
    run: (program, ...args) => runProgram(join(folder, 'node_modules/.bin', program), args, folder),
    packages: () => installedPackages(join(folder, 'node_modules')),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function runProgram(program: string, args: readonly string[], cwd: string): Output {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: ownEnvironment(),
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  return { exitCode: status, stdout, stderr };
}

/** What npm tells the scripts of this repository is not meant for another project. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|INIT_CWD$|FORCE_COLOR$|VITEST)/.test(name),
  );
  return { ...Object.fromEntries(inherited), NO_COLOR: '1' };
}

function installedPackages(modules: string): readonly string[] {
  if (!existsSync(modules)) return [];
  return readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
    );
}
