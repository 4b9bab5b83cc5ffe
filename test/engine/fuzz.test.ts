/** Generated programs, run with a canary as their plaintext: whatever sink it arrives at must be reported. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';

const repository = join(import.meta.dirname, '../..');

/** A longer run is `npm run fuzz -- --runs 50000 --seed 1 --progress`. */
const RUNS = 300;
const SEED = 20_261_124;

// In a process of its own: programs leave promises rejected, and timers behind.
test('no sink that a canary arrives at goes unreported', { timeout: 600_000 }, () => {
  const args = ['tools/fuzz.ts', '--runs', String(RUNS), '--seed', String(SEED), '--no-shrink', '--json'];
  const output = execFileSync(process.execPath, args, {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const outcome: unknown = JSON.parse(output);
  expect(outcome).toMatchObject({ runs: RUNS, missed: [] });
  expect(outcome).toHaveProperty(
    'arrived',
    expect.toSatisfy((arrived: number) => arrived > RUNS),
  );
});
