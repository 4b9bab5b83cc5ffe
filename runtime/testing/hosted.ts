/** A broker in a process of its own, seen from outside: its output, its events, its memory, its session processes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** A running host. */
export interface Hosted {
  readonly url: string;
  readonly pid: number;
  /** Everything that it has printed on both streams. */
  readonly output: () => string;
  /** What its observers were told, in order. */
  readonly told: () => readonly Told[];
  /** Process ids of the sessions that run. */
  readonly running: () => readonly number[];
  /** Process ids of its session processes. */
  readonly sessions: () => readonly number[];
  readonly stop: () => Promise<void>;
}

/** An event of the broker, or an egress record, as it was printed. */
export interface Told {
  readonly event?: {
    readonly event: string;
    readonly pid?: number;
    readonly outcome?: string;
    readonly responseBytes?: number;
  };
  readonly record?: { readonly event: string };
}

const startMs = 60_000;
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const program = fileURLToPath(new URL(`./host${extension}`, import.meta.url));

/**
 * Starts a host.
 *
 * @param file the module that exports a processor as default
 * @param options the Node to run on (this one unless told otherwise), how many processes wait (2), and in the tier `epoch`
 *   how many sessions each serves
 * @throws Error with what the host printed, when it does not start
 */
export async function startHost(
  file: string,
  options: { readonly node?: string; readonly poolSize?: number; readonly epochSessions?: number } = {},
): Promise<Hosted> {
  const { node = process.execPath, poolSize = 2, epochSessions = '' } = options;
  const child = spawn(node, ['--no-warnings', program, file, String(poolSize), String(epochSessions)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = once(child, 'close');
  const url = await firstUrl(() => output, ended);
  const pid = child.pid ?? 0;
  return {
    url,
    pid,
    output: () => output,
    told: () => output.split('\n').flatMap(readTold),
    running: () => runningIn(output),
    sessions: () => childrenOf(pid),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function firstUrl(output: () => string, ended: Promise<unknown>): Promise<string> {
  const deadline = performance.now() + startMs;
  const over = { is: false };
  void ended.then(() => (over.is = true));
  while (!over.is && performance.now() < deadline) {
    const url = /"url":"([^"]+)"/.exec(output())?.[1];
    if (url !== undefined) return url;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`the broker did not start: ${output()}`);
}

function runningIn(output: string): readonly number[] {
  const events = output
    .split('\n')
    .flatMap(readTold)
    .flatMap(({ event }) => (event ? [event] : []));
  const ended = new Set(events.filter(({ event }) => event === 'session-ended').map(({ pid }) => pid));
  const started = events.filter(({ event, pid }) => event === 'session-started' && !ended.has(pid));
  return started.flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
}

function readTold(line: string): readonly Told[] {
  try {
    const value: unknown = JSON.parse(line);
    return isTold(value) ? [value] : [];
  } catch {
    return [];
  }
}

function isTold(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && ('event' in value || 'record' in value);
}

/** Process ids of the children of a process (Linux). */
export function childrenOf(pid: number): readonly number[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.filter((name) => parentOf(name) === pid).map(Number);
}

function parentOf(name: string): number | undefined {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]);
  } catch {
    return undefined; // it ended meanwhile
  }
}
