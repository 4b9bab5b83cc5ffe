/** Measures a process: user + system CPU time in seconds, and the most memory that it held, in MB. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

export interface Usage {
  readonly cpu: number;
  readonly memory: number;
}

export interface Command {
  readonly words: readonly string[];
  readonly cwd: string;
  /** MB of heap, where Node's own limit is too low. */
  readonly heap?: number;
  /** Codes that say that the program ran: what it found does not matter here. */
  readonly ran: readonly number[];
}

/** Runs a Node program to its end. Undefined when it could not run: out of memory, for one. */
export function measure({ words, cwd, heap, ran }: Command): Usage | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'stateless-bench-'));
  const file = join(folder, 'usage.json');
  const options = heap === undefined ? [] : [`--max-old-space-size=${heap}`];
  const preload = pathToFileURL(join(import.meta.dirname, 'usage.ts')).href;
  const { status } = spawnSync(process.execPath, [...options, '--import', preload, ...words], {
    cwd,
    stdio: 'ignore',
    env: { ...process.env, STATELESS_USAGE: file },
  });
  const usage = status !== null && ran.includes(status) ? usageIn(file) : undefined;
  rmSync(folder, { recursive: true, force: true });
  return usage;
}

function usageIn(file: string): Usage | undefined {
  const usage: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof usage !== 'object' || usage === null || !('cpu' in usage) || !('memory' in usage))
    return undefined;
  return { cpu: Number(usage.cpu), memory: Number(usage.memory) };
}
