/** Watches session processes while they run, as another process of the same user could. */
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { Encoded } from './encodings.ts';
import type { Hosted } from './hosted.ts';
import { searchMemory } from './memory.ts';

/** What a watcher has seen. */
export interface Watcher {
  /** What stands in cmdline, environ and comm. */
  readonly fields: () => Buffer;
  /** Whether a search of a running session's memory has found a text. */
  readonly isInMemory: () => boolean;
  /** Clock ticks that session processes have used at most. */
  readonly ticks: () => number;
  readonly stop: () => void;
}

const everyMs = 40;
const fieldFiles = ['cmdline', 'environ', 'comm'] as const;

/** Starts to watch; memory is searched only where texts to search for are given. */
export function watchProcesses(host: Hosted, searched: readonly Encoded[]): Watcher {
  const seen = new Set<string>();
  let isInMemory = false;
  let ticks = 0;
  const look = (): void => {
    for (const pid of host.running()) {
      for (const file of fieldFiles) seen.add(read(`/proc/${pid}/${file}`));
      ticks = Math.max(ticks, ticksOf(pid));
      if (searched.length > 0 && !isInMemory) isInMemory = isFound(pid, searched);
    }
  };
  const timer = setInterval(look, everyMs);
  return {
    fields: () => Buffer.from([...seen].join('\n')),
    isInMemory: () => isInMemory,
    ticks: () => ticks,
    stop: () => {
      clearInterval(timer);
    },
  };
}

function isFound(pid: number, searched: readonly Encoded[]): boolean {
  try {
    return searchMemory(pid, searched).length > 0;
  } catch {
    return false; // it ended meanwhile, or may not be traced
  }
}

function ticksOf(pid: number): number {
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ');
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}
