/** Faults under load: session processes that are killed, clients that vanish, frames that are noise. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { connect, StatelessError } from '../../../runtime/client/index.ts';
import { readMessage } from '../../../runtime/broker/messages.ts';
import { RecordCheck } from '../../../runtime/egress/record-check.ts';
import { isAlive, patience, watch } from '../brokers.ts';

const poolSize = 3;

describe('a broker whose session processes are killed under load', () => {
  it('gives every client an answer or one clear error, and is as before when the load is over', async () => {
    const { broker, events } = await watch('word-count.ts', { poolSize, maxProcesses: 9 });
    const seen = new Set<number>();
    const killer = setInterval(() => {
      const pids = broker.pids();
      for (const pid of pids) seen.add(pid);
      const victim = pids[Math.floor(pids.length / 2)];
      if (victim !== undefined) process.kill(victim, 'SIGKILL');
    }, 700);
    const client = connect(broker.url, { evidence: ['sim'] });
    const ends = await Promise.all(
      Array.from({ length: 24 }, async (_, index) => {
        await delay(index * 60);
        const leaving = new AbortController();
        if (index % 8 === 7) setTimeout(() => leaving.abort(), 30);
        return client
          .request({ text: 'one two three' }, { signal: leaving.signal })
          .catch((error: unknown) => error);
      }),
    );
    clearInterval(killer);
    for (const end of ends)
      if (end instanceof Error) expect(end).toBeInstanceOf(StatelessError);
      else expect(end).toEqual({ words: 3 });
    expect(ends.some((end) => !(end instanceof Error))).toBe(true);
    expect(JSON.stringify(events)).not.toContain('three');
    await expect.poll(() => broker.pids().length, patience).toBe(poolSize);
    await broker.stop();
    expect([...seen, ...broker.pids()].filter(isAlive)).toEqual([]);
  }, 180_000);
});

describe.skipIf(process.platform !== 'linux')('a few seconds of npm run faults', () => {
  it('leave no process, socket, file or plaintext, and every client has an answer or one clear error', async () => {
    const tool = join(import.meta.dirname, '../../../tools/faults.ts');
    const values = ['--no-warnings', tool, '--seconds', '3', '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, values);
    const faults = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
    const left = { processes: 0, sockets: 0, descriptors: 0, files: 0, plaintext: [] };
    expect(faults).toMatchObject({ unclear: 0, left });
    expect(faults['answered']).toBeGreaterThan(0);
    expect(faults['killed']).toBeGreaterThan(0);
    expect(Object.keys(faults['brokerKilled'] ?? {})).toContain('ERR_UNREACHABLE');
  }, 120_000);
});

describe('ten thousand frames of noise', () => {
  it('are refused or read within their caps, and never throw', () => {
    const caps = { key: 64, frame: 64, egress: 6, ask: 40 };
    const check = (): RecordCheck =>
      new RecordCheck([{ name: 'done', max: 2, fields: [{ name: 'outcome', values: ['ok', 'refused'] }] }]);
    let state = 1;
    const next = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    let read = 0;
    for (let round = 0; round < 10_000; round += 1) {
      const bytes = Uint8Array.from({ length: next(80) }, () => next(round % 2 === 0 ? 4 : 256));
      const message = readMessage(bytes, caps);
      if (message === undefined) continue;
      read += 1;
      expect(message.bytes.length).toBeLessThanOrEqual(caps[message.kind]);
      const record = check().read(message.bytes);
      if (record !== undefined) expect(['ok', 'refused']).toContain(record.fields['outcome']);
    }
    expect(read).toBeGreaterThan(100);
    for (const value of [
      undefined,
      null,
      7,
      'key',
      {},
      [],
      new Uint16Array(4),
      new DataView(new ArrayBuffer(4)),
    ])
      expect(readMessage(value, caps)).toBeUndefined();
  });
});
