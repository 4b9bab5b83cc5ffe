/** What a browser loads: the client with one verifier, bundled and compressed as a server would send it. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../runtime');
const limit = 30_000;

describe('a browser build of the client', () => {
  it.each(['sevSnp', 'tdx', 'nitro'])(
    'with the verifier %s is below 30 kB, and asks for no module of Node',
    async (verifier) => {
      const contents = `
      import { connect } from './client/index.ts';
      import { ${verifier} } from './attestation/index.ts';
      globalThis.page = { connect, ${verifier} };`;
      const { outputFiles, metafile } = await build({
        stdin: { contents, resolveDir: folder, loader: 'ts' },
        bundle: true,
        minify: true,
        format: 'esm',
        platform: 'browser',
        target: 'es2024',
        write: false,
        metafile: true,
      });
      const size = gzipSync(outputFiles[0]?.contents ?? new Uint8Array(0)).length;
      console.info(`client with ${verifier}: ${size} bytes gzip, at most ${limit}`);
      expect(size).toBeGreaterThan(5_000);
      expect(size).toBeLessThan(limit);
      expect(Object.keys(metafile.inputs).filter((input) => input.startsWith('node:'))).toEqual([]);
    },
  );
});
