/** What a session process has open: nothing of what its broker had been given, even when that broker hands it on. */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { childrenOf } from '../../../runtime/testing/hosted.ts';
import { fixture, patience } from '../brokers.ts';
import { nodes } from '../nodes.ts';

/** Beyond those that Node itself takes care of at its start. */
const far = 90;

describe.skipIf(process.platform !== 'linux').each(nodes)('on %s', (_, node) => {
  it('a file that its broker inherited is not open in a session process', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'inherited-'));
    const file = openSync(join(folder, 'note.txt'), 'w');
    const host = join(import.meta.dirname, '../../../runtime/testing/host.ts');
    const given = [...Array.from({ length: far - 3 }, () => 'ignore' as const), file];
    const broker = spawn(node, ['--no-warnings', host, fixture('word-count.ts'), '1'], {
      stdio: ['ignore', 'pipe', 'inherit', ...given],
    });
    try {
      await new Promise((resolve) => broker.stdout?.once('data', resolve));
      expect(openIn(broker.pid ?? 0)).toContain(join(folder, 'note.txt'));
      await expect.poll(() => childrenOf(broker.pid ?? 0).length, patience).toBe(1);
      for (const pid of childrenOf(broker.pid ?? 0))
        expect(openIn(pid)).not.toContain(join(folder, 'note.txt'));
    } finally {
      broker.kill('SIGTERM');
      closeSync(file);
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});

function openIn(pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).map((name) => {
    try {
      return readlinkSync(join(folder, name));
    } catch {
      return ''; // closed meanwhile
    }
  });
}
