/** Makes the service one self-contained module: what the session process may read, and what its launch digest covers. */
import { join } from 'node:path';
import { build } from 'esbuild';

/** Builds the bundle and returns its path. The runtime stays outside: the session process brings its own. */
export async function bundleSummariser(): Promise<string> {
  const outfile = join(import.meta.dirname, 'dist/summariser.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'summariser.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: ['stateless-runtime'],
    logLevel: 'warning',
  });
  return outfile;
}
