/** The arguments that a broker gives to a session process, each written as `launch` does. */
import { kemNames } from '../hpke/suites.ts';
import type { KemName } from '../hpke/suites.ts';
import type { Resolution } from './modules.ts';

/** Which bundle, under which mechanism, and how its imports resolve. */
export interface BootArguments {
  readonly bundle: string;
  readonly kem: KemName;
  /** Sessions to serve, one after the other, before it ends. */
  readonly sessions: number;
  readonly resolutions: readonly Resolution[];
}

/** Reads the process's arguments; the broker wrote them, so a fault is a fault of this program. */
export function readBootArguments([bundle, kemName, sessions, ...flat]: readonly string[]): BootArguments {
  const kem = kemNames.find((name) => name === kemName);
  if (bundle === undefined || kem === undefined)
    throw new TypeError('a session process is started by its broker');
  const resolutions: Resolution[] = [];
  for (let place = 0; place < flat.length; place += 5) {
    const [specifier = '', parent = '', url = '', format = '', source = ''] = flat.slice(place, place + 5);
    resolutions.push({ specifier, parent, url, format, source });
  }
  return { bundle, kem, sessions: Number(sessions), resolutions };
}
