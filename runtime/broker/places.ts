/** Where the runtime's own files are, run from sources or built. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the runtime that is running: its sources, or `dist`. */
export const runtimeFolder = dirname(import.meta.dirname);

/** `.ts` when run from sources, `.js` when built. */
export const extension = fileURLToPath(import.meta.url).endsWith('.ts') ? '.ts' : '.js';

/** The entries of a session process, of the describe process, and of the programs that know the machine. */
export const entries = {
  session: join(runtimeFolder, 'session', `main${extension}`),
  describe: join(runtimeFolder, 'session', `describe${extension}`),
  strip: join(runtimeFolder, 'session', `strip${extension}`),
  launcher: join(runtimeFolder, 'launcher', `main${extension}`),
  posture: join(runtimeFolder, 'posture', `main${extension}`),
} as const;

/** What both kinds of process read of the runtime: its code, and the package.json that says it is made of modules. */
export const runtimeReadable: readonly string[] = [
  join(runtimeFolder, '*'),
  join(dirname(runtimeFolder), 'package.json'),
];
