/** `npm run faults`: a pool of 8 under load whose session processes are killed, and a broker that is killed. */
import { Buffer } from 'node:buffer';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { connect, StatelessError } from '../runtime/client/index.ts';
import type { Hosted, startHost } from '../runtime/testing/hosted.ts';
import { encodingsIn, encodingsOf } from '../runtime/testing/encodings.ts';
import { searchMemory } from '../runtime/testing/memory.ts';
import { newFiles, writableFolders } from '../runtime/testing/new-files.ts';
import { uniqueText } from '../runtime/testing/residue.ts';

/** What came of it. Anything but zeros under `left` is a failure, and so is an end that is none of ours. */
interface Faults {
  readonly seconds: number;
  readonly sessions: number;
  readonly killed: number;
  readonly answered: number;
  /** Sessions that ended with an error, by code. */
  readonly errors: Readonly<Record<string, number>>;
  /** What clients got whose broker was killed under load afterwards, by code. */
  readonly brokerKilled: Readonly<Record<string, number>>;
  /** Clients that got something that is neither an answer nor an error of the runtime. */
  readonly unclear: number;
  readonly left: {
    readonly processes: number;
    /** Connections of clients that the broker still has, and its port, once it was killed. */
    readonly sockets: number;
    /** Descriptors of the broker besides sockets. */
    readonly descriptors: number;
    /** In the folder for temporary files that the broker was given, which nobody else uses. */
    readonly files: number;
    /** Where any of it was found: `memory` of the broker or of waiting session processes, `files`, `output`. */
    readonly plaintext: readonly string[];
  };
}

const poolSize = 8;
const clients = 8;
const share = 0.05;
/** Waiting session processes whose memory is searched, besides the broker: they never had plaintext. */
const searched = 2;
/** Connections that a client keeps are closed by the broker after five seconds. */
const settleMs = 7_000;
const processor = join(import.meta.dirname, '../test/runtime/fixtures/slow-count.ts');

const faults = await runFaults(secondsOf(process.argv));
if (process.argv.includes('--json')) console.log(JSON.stringify(faults, null, 2));
else
  for (const [name, value] of Object.entries(faults))
    console.log(`${name.padEnd(12)} ${JSON.stringify(value)}`);
const { left, unclear, answered } = faults;
const isLeft = Object.values(left).some((value) => (typeof value === 'number' ? value : value.length) > 0);
process.exitCode = !isLeft && unclear === 0 && answered > 0 ? 0 : 1;

function secondsOf(values: readonly string[]): number {
  const given = values[values.indexOf('--seconds') + 1];
  return values.includes('--seconds') ? Number(given) : 60;
}

async function runFaults(seconds: number): Promise<Faults> {
  const folder = mkdtempSync(join(tmpdir(), 'stateless-faults-'));
  process.env['TMPDIR'] = folder;
  try {
    return await runIn(folder, seconds);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runIn(folder: string, seconds: number): Promise<Faults> {
  const since = Date.now();
  const host = await startBroker(processor, { poolSize });
  const before = descriptorsOf(host);
  const secret = uniqueText();
  const seen = new Set<number>();
  const killer = killSome(host, seen);
  const ends = await load(host, secret, seconds);
  const killed = killer.stop();
  await delay(settleMs);
  const after = descriptorsOf(host);
  const inMemory = findInMemory(host, secret);
  const last = await killUnderLoad(host, secret, seen);
  await delay(settleMs);
  const all = [...ends, ...last];
  return {
    seconds,
    sessions: ends.length,
    killed,
    answered: ends.filter((end) => !(end instanceof Error)).length,
    errors: countBy(ends.filter((end) => end instanceof StatelessError).map(({ code }) => code)),
    brokerKilled: countBy(last.filter((end) => end instanceof StatelessError).map(({ code }) => code)),
    unclear: all.filter((end) => end instanceof Error && !(end instanceof StatelessError)).length,
    left: {
      processes: [...seen].filter(isAlive).length,
      sockets: Math.max(0, after.sockets - before.sockets) + ((await isListening(host)) ? 1 : 0),
      descriptors: Math.max(0, after.others - before.others),
      files: readdirSync(folder).length,
      plaintext: [...inMemory, ...findOutside(host, secret, newFiles([folder, ...writableFolders], since))],
    },
  };
}

// As it is built, when it is told so: a session process boots from its sources in many times the time.
async function startBroker(...given: Parameters<typeof startHost>): Promise<Hosted> {
  const path = process.argv.includes('--built') ? 'dist/testing/hosted.js' : 'testing/hosted.ts';
  const hosted = (await import(`../runtime/${path}`)) as { readonly startHost: typeof startHost };
  return hosted.startHost(...given);
}

function findInMemory(host: Hosted, secret: string): readonly string[] {
  const pids = [host.pid, ...host.sessions().slice(0, searched)];
  return pids.flatMap((pid) => searchMemory(pid, encodingsOf(secret)).map((name) => `memory: ${name}`));
}

function findOutside(host: Hosted, secret: string, files: Buffer): readonly string[] {
  const encoded = encodingsOf(secret);
  return [
    ...encodingsIn(files, encoded).map((name) => `files: ${name}`),
    ...encodingsIn(Buffer.from(host.output()), encoded).map((name) => `output: ${name}`),
  ];
}

function isListening({ url }: Hosted): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

// So many clients, one request after the other, each an answer or an error, until there is nobody left to ask.
async function load(host: Hosted, secret: string, seconds: number): Promise<readonly unknown[]> {
  const until = performance.now() + seconds * 1_000;
  const client = connect(host.url, { evidence: ['sim'] });
  const ends: unknown[] = [];
  const one = async (): Promise<void> => {
    for (let isThere = true; isThere && performance.now() < until;) {
      const end: unknown = await client.request({ text: `${secret} two` }).catch((error: unknown) => error);
      ends.push(end);
      isThere = !(end instanceof StatelessError && end.code === 'ERR_UNREACHABLE');
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  return ends;
}

async function killUnderLoad(host: Hosted, secret: string, seen: Set<number>): Promise<readonly unknown[]> {
  const last = load(host, secret, 5);
  await delay(1_000);
  for (const pid of host.sessions()) seen.add(pid);
  process.kill(host.pid, 'SIGKILL');
  await host.stop();
  return last;
}

// One in twenty of the sessions that begin is killed at a step that differs for each.
function killSome(host: Hosted, seen: Set<number>): { readonly stop: () => number } {
  const begun = new Set<number>();
  let killed = 0;
  let credit = 1 - share;
  const timer = setInterval(() => {
    for (const pid of host.sessions()) seen.add(pid);
    for (const pid of host.running().filter((found) => !begun.has(found))) {
      begun.add(pid);
      credit += share;
      if (credit < 1) continue;
      credit -= 1;
      killed += 1;
      setTimeout(
        () => {
          if (isAlive(pid)) process.kill(pid, 'SIGKILL');
        },
        (killed % 7) * 10,
      );
    }
  }, 10);
  return {
    stop() {
      clearInterval(timer);
      return killed;
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

// Each session process has one socket, its channel; the others are those of clients, and of the host itself.
function descriptorsOf({ pid, sessions }: Hosted): { readonly sockets: number; readonly others: number } {
  const folder = `/proc/${pid}/fd`;
  const targets = readdirSync(folder).flatMap((name) => {
    try {
      return [readlinkSync(join(folder, name))];
    } catch {
      return []; // closed meanwhile
    }
  });
  const sockets = targets.filter((target) => target.startsWith('socket:')).length;
  return { sockets: sockets - sessions().length, others: targets.length - sockets };
}

function countBy(codes: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return Object.fromEntries(counts);
}
