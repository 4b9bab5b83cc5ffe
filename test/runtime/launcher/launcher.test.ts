/** What the launcher says that it adds is there, in the session process itself, as the kernel shows it. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { findLauncher, launcherSteps } from '../../../runtime/launcher/launcher.ts';
import type { LauncherStep } from '../../../runtime/launcher/launcher.ts';
import { isAlive, patience, watch } from '../brokers.ts';

const nobody = 65_534;

/** How each step shows under /proc, but for the one that only shows when the broker is killed (`killed.test.ts`). */
const shows: Readonly<Partial<Record<LauncherStep, (pid: number) => boolean>>> = {
  'network-namespace': (pid) => readlinkSync(`/proc/${pid}/ns/net`) !== readlinkSync('/proc/self/ns/net'),
  'read-only-root': (pid) => / \/ \S+ ro\b/.test(read(pid, 'mounts')) && writableFolders(pid).length === 0,
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

  it.skipIf(process.getuid?.() !== 0)('has all of it under a user without privileges too', () => {
    const program = resolve(import.meta.dirname, '../../../runtime/launcher/main.ts');
    const own = findLauncher();
    const { status, stdout } = spawnSync(process.execPath, [program], {
      uid: nobody,
      gid: nobody,
      encoding: 'utf8',
    });
    // where this user may not even read these files, there is nothing to see
    const command = status === 0 ? (JSON.parse(stdout) as string[]) : own.command;
    if (own.missing.length === 0) expect(command.join(' ')).toContain('remount,bind,ro');
  });

  it('has none of it where the launcher is switched off, and serves all the same', async () => {
    const { broker, request, ends } = await watch('word-count.ts', { poolSize: 1, launcher: 'none' });
    const [pid = 0] = broker.pids();
    expect(shows['network-namespace']?.(pid)).toBe(false);
    expect(await request({ text: 'one two' })).toEqual({ words: 2 });
    await expect.poll(() => ends().filter((end) => isAlive(end.pid)).length, patience).toBe(0);
  });
});

// What is mounted over an earlier mount hides it, so that the last line of a folder is the one that counts.
function writableFolders(pid: number): string[] {
  const mounts = read(pid, 'mounts')
    .split('\n')
    .map((line) => line.split(' '));
  const last = new Map(mounts.map(([, path = '', type = '', options = '']) => [path, { type, options }]));
  const files = /^(?:ext[234]|xfs|btrfs|tmpfs|overlay|fuse.*|nfs4?|9p|virtiofs|vfat|ramfs)$/;
  return [...last]
    .filter(([, { type, options }]) => files.test(type) && /^rw\b/.test(options))
    .map(([path]) => path);
}

function read(pid: number, file: string): string {
  return readFileSync(`/proc/${pid}/${file}`, 'utf8').trim();
}
