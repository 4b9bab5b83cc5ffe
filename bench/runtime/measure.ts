/** What is measured of a side: throughput in a closed loop, latency at a pace, memory and processor time of a process. */
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Side } from './sides.ts';

const text = 'the heron nests at dawn in the reeds';

/** What a closed loop shows of a side. */
export interface Throughput {
  readonly perSecond: number;
  /** Milliseconds of processor time per request, in this process and all that it started: load from elsewhere adds none. */
  readonly processorMs: number;
}

/** Runs requests with so many clients at a time. */
export async function throughput(side: Side, requests: number, clients: number): Promise<Throughput> {
  // what this process compiles at first use is no part of a request
  for (let index = 0; index < clients; index += 1) await side.run(text);
  let left = requests;
  const before = ownProcessorMs();
  const begin = performance.now();
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await side.run(text);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const perSecond = (requests * 1_000) / (performance.now() - begin);
  return { perSecond, processorMs: (ownProcessorMs() - before) / requests };
}

// Its own time, and that of all children that have ended.
function ownProcessorMs(): number {
  const fields = statOf('self');
  return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0) * 10;
}

/** Milliseconds of requests that come one at a time, with a pause in which the pool fills up again. */
export async function latencies(side: Side, requests: number, pauseMs: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < requests; index += 1) {
    await delay(pauseMs);
    const begin = performance.now();
    await side.run(text);
    times.push(performance.now() - begin);
  }
  return times;
}

/** The value below which a share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Megabytes that a process shares with no other. */
export function privateMegabytes(pid: number): number {
  const lines = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(
    /^Private_(?:Clean|Dirty): +(\d+) kB/gm,
  );
  return [...lines].reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0) / 1024;
}

/** Milliseconds of processor time that a process has used in all its threads, in steps of ten. */
export function processorMs(pid: number): number {
  const fields = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

// The fields of /proc/PID/stat after the name: the first is the state.
function statOf(pid: number | 'self'): readonly string[] {
  return readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
}
