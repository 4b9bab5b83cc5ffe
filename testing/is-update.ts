/** Whether expectations are to be written: asked for by the environment, or by the runner's own flag. */
import process from 'node:process';

/** Where runners keep what `-u` and `--update` said: the workers that they run tests in do not see their arguments. */
const runnerStates: readonly (readonly (string | symbol)[])[] = [
  ['__vitest_worker__', 'config', 'snapshotOptions', 'updateSnapshot'],
  [Symbol.for('$$jest-matchers-object'), 'state', 'snapshotState', '_updateSnapshot'],
];

/** Whether the run was started with `STATELESS_UPDATE=1`, `--update`, `-u`, or node:test's `--test-update-snapshots`. */
export function isUpdate(): boolean {
  return (
    process.env['STATELESS_UPDATE'] === '1' ||
    process.argv.slice(1).some((one) => one === '--update' || one === '-u') ||
    process.execArgv.includes('--test-update-snapshots') ||
    runnerStates.some((path) => path.reduce<unknown>(readMember, globalThis) === 'all')
  );
}

function readMember(value: unknown, name: string | symbol): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
