/** The test projects: what shares a TypeScript program runs in shared threads, what starts processes in its own. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { defineConfig } from 'vitest/config';

const vectors = process.env['STATELESS_VECTORS'] ?? join(import.meta.dirname, '../shared/vectors');
const hasVectors = existsSync(vectors);
if (!hasVectors)
  console.warn(`No test vectors at ${vectors}: the vectors project is left out (set STATELESS_VECTORS).`);

export default defineConfig({
  // From the sources, so that no test of the examples sees a stale build.
  resolve: {
    alias: [
      {
        find: /^stateless-runtime\/broker$/,
        replacement: join(import.meta.dirname, 'runtime/broker/index.ts'),
      },
      {
        find: /^stateless-runtime\/(attestation|attesters)$/,
        replacement: join(import.meta.dirname, 'runtime/$1/index.ts'),
      },
      { find: /^stateless-runtime$/, replacement: join(import.meta.dirname, 'runtime/index.ts') },
      {
        find: /^stateless-runtime\/testing$/,
        replacement: join(import.meta.dirname, 'runtime/testing/index.ts'),
      },
      {
        find: /^stateless-runtime\/client$/,
        replacement: join(import.meta.dirname, 'runtime/client/index.ts'),
      },
    ],
  },
  test: {
    testTimeout: 60_000,
    hookTimeout: 180_000,
    env: { STATELESS_VECTORS: vectors },
    projects: [
      {
        extends: true,
        test: {
          name: 'linter',
          include: [
            'test/{engine,catalogue,rules,cli,tags,docs,examples,testing}/**/*.test.ts',
            'test/*.test.ts',
          ],
          pool: 'threads',
          isolate: false,
        },
      },
      { extends: true, test: { name: 'runtime', include: ['test/runtime/**/*.test.ts'], pool: 'forks' } },
      { extends: true, test: { name: 'house', include: ['test/house/**/*.test.ts'], pool: 'forks' } },
      ...(hasVectors
        ? [{ extends: true as const, test: { name: 'vectors', include: ['test/vectors/**/*.test.ts'] } }]
        : []),
    ],
  },
});
