/** What the launcher says that it adds is there, in the session process itself, as the kernel shows it. */
import { readFileSync, readlinkSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { findLauncher, launcherSteps } from '../../../runtime/launcher/launcher.ts';
import type { LauncherStep } from '../../../runtime/launcher/launcher.ts';
import { isAlive, patience, watch } from '../brokers.ts';

/** How each step shows under /proc, but for the one that only shows when the broker is killed (`killed.test.ts`). */
const shows: Readonly<Partial<Record<LauncherStep, (pid: number) => boolean>>> = {
  'network-namespace': (pid) => readlinkSync(`/proc/${pid}/ns/net`) !== readlinkSync('/proc/self/ns/net'),
  'read-only-root': (pid) => / \/ \S+ ro\b/.test(read(pid, 'mounts')),
  'no-core-dump': (pid) =>
    /^Max core file size +0 +0/m.test(read(pid, 'limits')) && /^0+$/.test(read(pid, 'coredump_filter')),
  'no-new-privileges': (pid) =>
    /^NoNewPrivs:\t1/m.test(read(pid, 'status')) && /^CapEff:\t0+$/m.test(read(pid, 'status')),
  'ends-first': (pid) => read(pid, 'oom_score_adj') === '1000',
};

describe.skipIf(process.platform !== 'linux')('a session process', () => {
  it('has what the launcher added', async () => {
    const { broker, request } = await watch('word-count.ts', { poolSize: 1 });
    const { added, missing } = findLauncher();
    expect([...added, ...missing].sort()).toEqual(Object.keys(launcherSteps).sort());
    const seen = added.filter((step) => shows[step]);
    for (const pid of broker.pids()) expect(seen.filter((step) => shows[step]?.(pid) !== true)).toEqual([]);
    expect(await request({ text: 'one two' })).toEqual({ words: 2 });
  });

  it('has none of it where the launcher is switched off, and serves all the same', async () => {
    const { broker, request, ends } = await watch('word-count.ts', { poolSize: 1, launcher: 'none' });
    const [pid = 0] = broker.pids();
    expect(shows['network-namespace']?.(pid)).toBe(false);
    expect(await request({ text: 'one two' })).toEqual({ words: 2 });
    await expect.poll(() => ends().filter((end) => isAlive(end.pid)).length, patience).toBe(0);
  });
});

function read(pid: number, file: string): string {
  return readFileSync(`/proc/${pid}/${file}`, 'utf8').trim();
}
