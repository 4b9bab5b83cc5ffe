/** `node:zlib`: compressed content is the content. */
import type { Propagator } from '../../engine/models/rows.ts';
import { taints } from '../tables.ts';

const codecs =
  'brotliCompress,brotliDecompress,deflate,deflateRaw,gunzip,gzip,inflate,inflateRaw,unzip,zstdCompress,zstdDecompress';
const codecsSync = codecs
  .split(',')
  .map((name) => `${name}Sync`)
  .join();

export const zlibPropagators: readonly Propagator[] = taints('zlib', '', [
  [`Member[${codecsSync}]`, 'Argument[0]', 'ReturnValue'],
  [`Member[${codecs}]`, 'Argument[0]', 'Argument[1..].Parameter[1]'],
  // In the promise form that `util.promisify` gives.
  [`Member[${codecs}]`, 'Argument[0]', 'ReturnValue.Awaited'],
]);
