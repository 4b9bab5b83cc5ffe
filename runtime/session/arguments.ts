/** The arguments that a broker gives to a session process, each written as `launch` does. */
import { kemNames } from '../hpke/suites.ts';
import type { KemName } from '../hpke/suites.ts';
import type { Resolution } from './modules.ts';

/** Which bundle, under which mechanism, and how its imports resolve. */
export interface BootArguments {
  readonly bundle: string;
  readonly kem: KemName;
  readonly resolutions: readonly Resolution[];
}

/** Reads the process's arguments; the broker wrote them, so a fault is a fault of this program. */
export function readBootArguments(values: readonly string[]): BootArguments {
  const [bundle, kemName, text] = values;
  const kem = kemNames.find((name) => name === kemName);
  const resolutions: unknown = JSON.parse(text ?? '');
  if (bundle === undefined || kem === undefined || !isResolutions(resolutions))
    throw new TypeError('a session process is started by its broker');
  return { bundle, kem, resolutions };
}

function isResolutions(value: unknown): value is Resolution[] {
  return Array.isArray(value) && value.every(isResolution);
}

function isResolution(value: unknown): value is Resolution {
  if (typeof value !== 'object' || value === null) return false;
  const entries = new Map<string, unknown>(Object.entries(value));
  return ['specifier', 'parent', 'url', 'format'].every((name) => typeof entries.get(name) === 'string');
}
