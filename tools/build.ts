/** Builds both packages into their `dist` folders, from nothing, so that what `npm pack` ships is never stale. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { buildSync } from 'esbuild';
import { finishCommands } from './commands.ts';

interface Package {
  readonly name: string;
  readonly folder: string;
}

const root = join(import.meta.dirname, '..');

/** Written last, so that a build that was cut short does not count. */
const stamp = join(root, 'node_modules/.stateless-build');

const packages: readonly Package[] = [
  { name: 'eslint-plugin-stateless', folder: root },
  { name: 'stateless-runtime', folder: join(root, 'runtime') },
];

/** Programs of the runtime that start for every session: each becomes one file, which is also the public face. */
const oneFilePrograms = ['session/main', 'session/describe'];

/** Whether both packages were built after the last change of what they are built from. */
export function isBuilt(): boolean {
  const isThere = packages.every(({ folder }) => existsSync(join(folder, 'dist'))) && existsSync(stamp);
  return isThere && newestInput() <= statSync(stamp).mtimeMs;
}

/** Compiles both packages; false when a compiler found an error, which it has then printed. */
export function build(): boolean {
  rmSync(stamp, { force: true });
  const isDone = packages.map(buildPackage).every(Boolean);
  if (!isDone) return false;
  for (const program of oneFilePrograms) bundleProgram(join(root, 'runtime'), program);
  writeFileSync(stamp, '');
  return true;
}

// Nothing is minified but comments: what runs in an image can be read there.
function bundleProgram(folder: string, program: string): void {
  buildSync({
    stdin: {
      contents: `import './${program}.ts'; export * from './index.ts';`,
      resolveDir: folder,
    },
    outfile: join(folder, 'dist', `${program}.js`),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    legalComments: 'none',
    logLevel: 'warning',
  });
}

function buildPackage({ folder }: Package): boolean {
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const result = spawnSync(process.execPath, [compiler, '-p', join(folder, 'tsconfig.build.json')], {
    stdio: 'inherit',
  });
  finishCommands(folder, root);
  return result.status === 0;
}

function newestInput(): number {
  const patterns = [
    '{engine,catalogue,rules,cli,testing,runtime}/**/*.ts',
    '*.ts',
    '{.,runtime}/{package,tsconfig*}.json',
  ];
  const inputs = globSync(patterns, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] });
  return Math.max(...inputs.map((file) => statSync(join(root, file)).mtimeMs));
}

if (import.meta.main) {
  const isUpToDate = process.argv.includes('--if-stale') && isBuilt();
  process.exitCode = isUpToDate || build() ? 0 : 1;
}
