/** Kills the process of a session, and its broker, at each step of the session: one clear end, and nothing is left. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, StatelessError } from '../../../runtime/client/index.ts';
import { findLauncher } from '../../../runtime/launcher/launcher.ts';
import { encodingsOf } from '../../../runtime/testing/encodings.ts';
import { startHost } from '../../../runtime/testing/hosted.ts';
import type { Hosted } from '../../../runtime/testing/hosted.ts';
import { searchMemory } from '../../../runtime/testing/memory.ts';
import { uniqueText } from '../../../runtime/testing/residue.ts';
import { fixture, isAlive, patience } from '../brokers.ts';
import { markOf } from '../fixtures/holding.ts';

/** How far a session came, and with which code it ended. */
interface End {
  readonly parts: number;
  readonly code?: string;
}

/** Where a session is when it is killed: before its request, at a step of the fixture, or when it was answered. */
const steps = ['offer', 'opened', 'running', 'looping', 'streaming', 'last', 'answered'] as const;
type Place = (typeof steps)[number];

/** Outputs that have come by then. */
const partsAt: Readonly<Record<Place, number>> = {
  ...{ offer: 0, opened: 0, running: 0, looping: 0, streaming: 1, last: 2, answered: 2 },
};

const previous = process.env['TMPDIR'];
const folder = mkdtempSync(join(tmpdir(), 'stateless-killed-'));
process.env['TMPDIR'] = folder;
afterAll(() => {
  process.env['TMPDIR'] = previous;
  rmSync(folder, { recursive: true });
});

const isLinux = process.platform === 'linux';
const longest = { timeout: 180_000 } as const;

describe.skipIf(!isLinux)('a session process that is killed', () => {
  let host: Hosted;
  beforeAll(async () => {
    host = await startHost(fixture('holding.ts'), { poolSize: 1 });
  });
  afterAll(() => host.stop());

  it.each(steps)(
    'at the step "%s" costs its client one clear end, and nobody else',
    longest,
    async (step) => {
      const text = uniqueText();
      const killed: number[] = [];
      const end = await runUntil(host, step, text, () => {
        for (const pid of step === 'offer' ? host.sessions() : host.running()) {
          process.kill(pid, 'SIGKILL');
          killed.push(pid);
        }
      });
      expect(end).toMatchObject({ parts: partsAt[step] });
      if (step === 'offer') expect(end.code).toMatch(/^ERR_(?:OFFER_SPENT|SESSION_ENDED)$/);
      else expect(end.code).toBe(step === 'answered' ? undefined : 'ERR_SESSION_ENDED');
      await expect.poll(() => killed.filter(isAlive), patience).toEqual([]);
      expect(await runUntil(host, 'answered', text, () => undefined)).toEqual({ parts: 2 });
      expect(searchMemory(host.pid, encodingsOf(text))).toEqual([]);
      expect(host.output()).not.toContain(text);
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});

describe.skipIf(!isLinux)('a broker that is killed', () => {
  // a loop never hears that its broker is gone: the kernel has to end it
  const canEndLoops = findLauncher().added.includes('ends-with-broker');
  const chosen = steps.filter((step) => step !== 'running' && (step !== 'looping' || canEndLoops));

  it.each(chosen)(
    'while a session is at the step "%s" takes all of its processes along',
    longest,
    async (step) => {
      const host = await startHost(fixture('holding.ts'), { poolSize: 1 });
      const text = uniqueText();
      let processes: readonly number[] = [];
      const end = await runUntil(host, step, text, () => {
        processes = [...host.sessions(), host.pid];
        process.kill(host.pid, 'SIGKILL');
      });
      await host.stop();
      expect(end).toMatchObject({ parts: partsAt[step] });
      if (step !== 'answered') expect(end.code).toMatch(/^ERR_(?:UNREACHABLE|SESSION_ENDED)$/);
      expect(processes.length).toBeGreaterThan(0);
      await expect
        .poll(() => processes.filter(isAlive), patience)
        .toEqual([])
        .finally(() => {
          for (const pid of processes.filter(isAlive)) process.kill(pid, 'SIGKILL');
        });
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});

// One session, during which `kill` is called once, when the session has come to the step.
async function runUntil(host: Hosted, step: Place, text: string, kill: () => void): Promise<End> {
  const client = connect(host.url, { evidence: ['sim'] });
  const at = step === 'offer' || step === 'answered' ? 'nowhere' : step;
  const mark = encodingsOf(markOf({ text, at })).slice(0, 1);
  const over = new AbortController();
  const looking = step === 'opened' || step === 'running' || step === 'looping';
  const look = looking ? waitFor(host, mark, over.signal).then(kill) : undefined;
  const onEvidence = step === 'offer' ? kill : (): void => undefined;
  let parts = 0;
  try {
    const outputs = client.stream({ text, at }, { onEvidence });
    while ((await outputs.next()).done !== true) {
      parts += 1;
      if (parts === partsAt[step] && step !== 'answered') kill();
    }
    if (step === 'answered') kill();
    return { parts };
  } catch (thrown) {
    if (!(thrown instanceof StatelessError)) throw thrown;
    return { parts, code: thrown.code };
  } finally {
    over.abort();
    await look;
  }
}

async function waitFor(host: Hosted, mark: ReturnType<typeof encodingsOf>, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    if (host.running().some((pid) => isIn(pid, mark))) return;
    await delay(20);
  }
}

function isIn(pid: number, mark: ReturnType<typeof encodingsOf>): boolean {
  try {
    return searchMemory(pid, mark).length > 0;
  } catch {
    return false; // it ended meanwhile
  }
}
