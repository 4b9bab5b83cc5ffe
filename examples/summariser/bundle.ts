/** Makes a processor one self-contained module: what its session process may read, and what its launch digest covers. */
import { join } from 'node:path';
import { build } from 'esbuild';

/** Builds the bundle of the model and returns its path. */
export function bundleModel(): Promise<string> {
  return bundle('model', {});
}

/** Builds the bundle of the service, for a model at this address that was launched like this. */
export function bundleSummariser(model: {
  readonly url: string;
  readonly launchDigest: string;
}): Promise<string> {
  return bundle('summariser', {
    modelUrl: JSON.stringify(model.url),
    modelLaunchDigest: JSON.stringify(model.launchDigest),
  });
}

// The runtime stays outside: the session process brings its own.
async function bundle(name: string, define: Readonly<Record<string, string>>): Promise<string> {
  const outfile = join(import.meta.dirname, `dist/${name}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    outfile,
    define,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: ['stateless-runtime'],
    logLevel: 'warning',
  });
  return outfile;
}
