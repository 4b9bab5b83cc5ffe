/** Where things are: the repository, its programs, and the cache of measured code. */
import { join } from 'node:path';
import process from 'node:process';

export const repository = join(import.meta.dirname, '../..');

/** Code from the registry and generated code. `STATELESS_BENCH` names another folder. */
export const cacheFolder =
  process.env['STATELESS_BENCH'] ?? join(repository, 'node_modules/.cache/stateless-bench');

export const programs = {
  tsc: join(repository, 'node_modules/typescript/bin/tsc'),
  eslint: join(repository, 'node_modules/eslint/bin/eslint.js'),
  stateless: join(repository, 'dist/cli/main.js'),
  plugin: join(repository, 'dist/rules/index.js'),
} as const;
