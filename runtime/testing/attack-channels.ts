/** The attack suite: each channel is tried from inside a handler, and everything outside is searched for the canary. */
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { attacks } from '../attacks/index.ts';
import { channels } from '../channels.ts';
import type { Channel } from '../channels.ts';
import { connect } from '../client/index.ts';
import { readFacts } from '../posture/facts.ts';
import { judge } from '../posture/posture.ts';
import { openCatchers } from './catchers.ts';
import type { Catchers } from './catchers.ts';
import { encodingsIn, encodingsOf } from './encodings.ts';
import { startHost } from './hosted.ts';
import type { Hosted } from './hosted.ts';
import { openMirror } from './mirror.ts';
import type { Mirror } from './mirror.ts';
import { seesMore } from './special-routes.ts';
import { watchProcesses } from './watch-processes.ts';

/** What became of one channel. */
export interface AttackResult {
  readonly id: string;
  /** What the posture of this machine says of it. */
  readonly declared: 'closed' | 'open';
  readonly attempted: boolean;
  readonly escaped: boolean;
  /** Where the canary was seen. */
  readonly seen: readonly string[];
  /** Why it was not attempted. */
  readonly untried?: string;
}

/** One attack in progress, with all that can see it. */
export interface Scene {
  readonly host: Hosted;
  readonly mirror: Mirror;
  readonly catchers: Catchers;
  readonly canary: string;
  /** Runs the attack in a session; an error of the client is a result too. */
  readonly run: (channel: string, canary: string, extra?: object) => Promise<unknown>;
}

const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const bundle = new URL(`../attacks/processor${extension}`, import.meta.url).href;
const unguarded = fileURLToPath(new URL(`./unguarded${extension}`, import.meta.url));
const afterMs = 120;

/** Attacks that leave the canary for whoever comes next: a second session looks for it. */
const outliving = ['module-state', 'realm-state', 'prototype-pollution', 'process-fields', 'async-context'];

/**
 * Tries channels from inside a handler.
 *
 * @param options the Node to run on, and the channels to try (all unless told otherwise)
 * @returns a result for each channel; none that is declared closed should have escaped
 */
export async function attackChannels(
  options: { readonly node?: string; readonly only?: readonly string[] } = {},
): Promise<readonly AttackResult[]> {
  const { node, only } = options;
  const chosen = channels.filter(({ id }) => only?.includes(id) ?? true);
  const rows = judge(readFacts('sim')).rows;
  const mirror = await openMirror(bundle);
  const host = await startHost(mirror.bundle, node === undefined ? {} : { node });
  mirror.target = host.url;
  const results: AttackResult[] = [];
  try {
    for (const channel of chosen) {
      const isClosed = rows.find(({ id }) => id === channel.id)?.state === 'closed';
      results.push(await tryChannel(host, mirror, channel, isClosed ? 'closed' : 'open'));
    }
  } finally {
    await host.stop();
    mirror.close();
  }
  return results;
}

async function tryChannel(
  host: Hosted,
  mirror: Mirror,
  channel: Channel,
  declared: AttackResult['declared'],
): Promise<AttackResult> {
  const { id, untried } = channel;
  if (untried !== undefined || attacks[id] === undefined)
    return { id, declared, attempted: false, escaped: false, seen: [], untried: untried ?? 'no attack' };
  const catchers = await openCatchers(host.url);
  try {
    const canary = `canary-${randomUUID()}`;
    mirror.asked.length = 0;
    const seen = await observe({ host, mirror, catchers, canary, run: runner(catchers) }, id);
    return { id, declared, attempted: true, escaped: seen.length > 0, seen };
  } finally {
    catchers.close();
  }
}

function runner(catchers: Catchers): Scene['run'] {
  const client = connect(catchers.recordedUrl, { evidence: ['sim'] });
  return (channel, canary, extra = {}) =>
    client.request({ channel, canary, target: catchers.target, ...extra }).catch((error: unknown) => error);
}

/** The places at which the canary has been seen. */
async function observe(scene: Scene, id: string): Promise<readonly string[]> {
  const { host, mirror, catchers, canary, run } = scene;
  const encoded = encodingsOf(canary);
  const printedBefore = host.output().length;
  const watcher = watchProcesses(host, id === 'peers' ? encoded : []);
  const answer = await run(id, canary);
  const later = outliving.includes(id) ? await run(id, '') : undefined;
  if (later instanceof Error)
    throw new Error(`the session that looks for ${id} gave no answer`, { cause: later });
  await delay(afterMs);
  watcher.stop();
  const places: Readonly<Record<string, Buffer>> = {
    'a socket': catchers.caught(),
    'a file': catchers.files(),
    'the wire': catchers.wire(),
    'what an upstream was asked': Buffer.concat(
      mirror.asked.flatMap(({ path, headers, body }) => [Buffer.from(`${path}\n${headers}\n`), body]),
    ),
    "the broker's output or observers": Buffer.from(host.output().slice(printedBefore)),
    'a field under /proc': watcher.fields(),
    'the error of the client':
      answer instanceof Error
        ? Buffer.from(inspect(answer, { depth: 9, showHidden: true }))
        : Buffer.alloc(0),
    'a later session': Buffer.from(inspect(later, { depth: 9 })),
  };
  const seen = Object.entries(places).filter(([, bytes]) => encodingsIn(bytes, encoded).length > 0);
  const more = await seesMore(id, { scene, answer, watcher, told: readTold(host, printedBefore) });
  return [...seen.map(([place]) => place), ...more];
}

function readTold(host: Hosted, from: number): ReturnType<Hosted['told']> {
  const before = host.output().slice(0, from).split('\n').length - 1;
  const isTold = (line: string): boolean => line.startsWith('{"event"') || line.startsWith('{"record"');
  const skipped = host.output().split('\n').slice(0, before).filter(isTold).length;
  return host.told().slice(skipped);
}

/**
 * Tries channels without any guard, to show that the suite sees what escapes.
 *
 * @returns the channels at which the canary was seen
 */
export async function attackUnguarded(ids: readonly string[]): Promise<readonly string[]> {
  const catchers = await openCatchers('http://127.0.0.1:1');
  try {
    const escaped: string[] = [];
    for (const id of ids) {
      const canary = `canary-${randomUUID()}`;
      const encoded = encodingsOf(canary);
      const { folders, tcp, udp, socket } = catchers.target;
      const values = [id, canary, folders[0] ?? '', String(tcp), String(udp), socket];
      const printed = await outputOf([unguarded, ...values], folders[0] ?? '/');
      await delay(afterMs);
      const bytes = [catchers.caught(), catchers.files(), printed];
      if (bytes.some((place) => encodingsIn(place, encoded).length > 0)) escaped.push(id);
    }
    return escaped;
  } finally {
    catchers.close();
  }
}

async function outputOf(command: readonly string[], folder: string): Promise<Buffer> {
  const child = spawn(process.execPath, ['--no-warnings', ...command], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 30_000,
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(child, 'close');
  return Buffer.concat(chunks);
}
