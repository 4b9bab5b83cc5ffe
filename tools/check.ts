/**
 * `npm run check`: every gate of the house, one after the other, each with its verdict. `npm run check lint types` runs
 * some, `npm run check -- --without tests` all but one.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';

interface Step {
  readonly name: string;
  /** The script or program, as npm would find it, and its arguments. */
  readonly run: readonly [program: string, ...args: string[]];
  readonly folder?: string;
}

interface Verdict {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: string;
}

const root = join(import.meta.dirname, '..');
const runtime = join(root, 'runtime');
const typesForOutsiders = ['attw', '--pack', '.', '--profile', 'esm-only', '--quiet'] as const;

const steps: readonly Step[] = [
  { name: 'format', run: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'types', run: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'lint', run: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'floors', run: ['vitest', 'run', 'test/house/floors.test.ts'] },
  { name: 'generated', run: ['node', 'tools/generate.ts', '--check'] },
  { name: 'unused', run: ['knip'] },
  { name: 'build', run: ['node', 'tools/build.ts'] },
  { name: 'types: examples/summariser', run: ['tsc', '-p', 'examples/summariser'] },
  { name: 'types: examples/leaky-summariser', run: ['tsc', '-p', 'examples/leaky-summariser'] },
  { name: 'catalogue', run: ['node', 'tools/verify-catalogue.ts', '--most-used'] },
  { name: 'tests', run: ['vitest', 'run'] },
  { name: 'package: plugin', run: ['publint', '--strict'] },
  { name: 'package: runtime', run: ['publint', '--strict'], folder: runtime },
  { name: 'types for outsiders: plugin', run: typesForOutsiders },
  { name: 'types for outsiders: runtime', run: typesForOutsiders, folder: runtime },
];

const { values, positionals } = parseArgs({
  options: { without: { type: 'string', multiple: true, default: [] } },
  allowPositionals: true,
});
process.exitCode = check(positionals, values.without);

function check(names: readonly string[], without: readonly string[]): number {
  const unknown = [...names, ...without].filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(
      `No step is called ${unknown.join(', ')}; there are: ${steps.map(({ name }) => name).join(', ')}.`,
    );
    return 2;
  }
  const asked = steps.filter((step) => names.length === 0 || names.includes(step.name));
  const chosen = asked.filter(({ name }) => !without.includes(name));
  return report(chosen.map(runStep));
}

function runStep({ name, run, folder = root }: Step): Verdict {
  console.log(`\n--- ${name}: ${run.join(' ')}`);
  const begin = performance.now();
  const [program, ...args] = run;
  const ok =
    spawnSync(program, args, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'], env: environment() })
      .status === 0;
  return { name, ok, seconds: ((performance.now() - begin) / 1000).toFixed(1) };
}

/** So that the checks also find their programs when this file is started without npm. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}` };
}

function report(verdicts: readonly Verdict[]): number {
  console.log('');
  for (const { name, ok, seconds } of verdicts) {
    console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(34)} ${seconds.padStart(6)} s`);
  }
  return verdicts.every(({ ok }) => ok) ? 0 : 1;
}
