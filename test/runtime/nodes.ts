/** The Node versions that the runtime is tested on: the one that runs the tests, and the oldest supported major. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const older = join(import.meta.dirname, '../../tools/node-24/node_modules/node/bin/node');

/** Name and executable of each; on platforms without the second one, the first alone. */
export const nodes: readonly (readonly [name: string, executable: string])[] = [
  [`Node ${process.versions.node}`, process.execPath],
  ...(existsSync(older) ? [['Node 24', older] as const] : []),
];
