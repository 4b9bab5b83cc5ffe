/** Channels on which something other than the canary's own bytes would be the leak: counts, sizes, times, endings. */
import { request } from 'node:http';
import type { Scene } from './attack-channels.ts';
import type { Told } from './hosted.ts';
import type { Watcher } from './watch-processes.ts';

/** What is known when the attack is over. */
export interface Aftermath {
  readonly scene: Scene;
  readonly answer: unknown;
  readonly watcher: Watcher;
  readonly told: readonly Told[];
}

type Look = (aftermath: Aftermath) => string | undefined | Promise<string | undefined>;

const sizeClass = 1024;
const endpoints = [
  '/',
  '/health',
  '/metrics',
  '/debug',
  '/debug/pprof',
  '/sessions',
  '/offers',
  '/__inspect',
  '/json/list',
];

const looks: Readonly<Record<string, Look>> = {
  peers: ({ watcher }) => (watcher.isInMemory() ? 'the memory of the running session' : undefined),
  'event-counts': ({ told }) =>
    recordsOf(told, 'step') > 2 || recordsOf(told, 'done') > 1 ? 'more events than declared' : undefined,
  async 'response-size'({ scene }) {
    await scene.run('response-size', 'z');
    return sizesOf(scene.host.told().slice(-4)).size > 1 ? 'sizes of responses' : undefined;
  },
  async timing({ scene }) {
    const [short, long] = [await timeOf(scene, ''), await timeOf(scene, scene.canary)];
    return long - short > 300 ? 'the time of the session' : undefined;
  },
  async 'resource-use'({ scene, watcher }) {
    return watcher.ticks() > 30 && scene.canary !== ''
      ? Promise.resolve('processor time under /proc')
      : undefined;
  },
  'ipc-messages': protocolWasBroken,
  'ipc-handle': protocolWasBroken,
  'inherited-descriptors': protocolWasBroken,
  'exit-codes': ({ told }) =>
    outcomesOf(told).some((outcome) => outcome !== 'answered') ? 'an ending of its own' : undefined,
  async 'input-fields'({ scene }) {
    const answer = await scene.run('input-fields', 'x', { more: scene.canary });
    return answer instanceof Error ? undefined : 'an input with a member that nobody asked for';
  },
  'upstream-calls': mirrored,
  'output-fields': ({ answer }) =>
    answer instanceof Error ? undefined : 'an output with a member of its own',
  replays: replayed,
  'kept-requests': replayed,
  async 'debug-endpoints'({ scene }) {
    const answers = await Promise.all(endpoints.map((path) => get(`${scene.host.url}${path}`)));
    return answers.some(({ status, body }) => status < 400 || body.includes(scene.canary))
      ? 'an endpoint'
      : undefined;
  },
};

/** What else was seen on this channel. */
export async function seesMore(id: string, aftermath: Aftermath): Promise<readonly string[]> {
  const found = await looks[id]?.(aftermath);
  return found === undefined ? [] : [found];
}

function protocolWasBroken({ told }: Aftermath): string | undefined {
  return outcomesOf(told).includes('protocol') ? 'a message of its own to the broker' : undefined;
}

// The sealed request goes out once more, byte for byte as it was recorded: nobody may answer it.
async function replayed({ scene }: Aftermath): Promise<string | undefined> {
  const wire = scene.catchers.wire().toString('latin1');
  const recorded =
    /POST (\/sessions\/[0-9a-f]+) [\s\S]*?content-type: (\S+)[\s\S]*?\r\n\r\n([\s\S]*?)HTTP\/1\.1/i.exec(
      wire,
    );
  if (recorded === null) return 'no request was recorded';
  const [, path = '', type = '', body = ''] = recorded;
  const { status } = await post(`${scene.host.url}${path}`, type, Buffer.from(body, 'latin1'));
  return status < 400 ? 'a replay that was answered' : undefined;
}

// Four calls were declared, of one size each, with a nonce that nobody chose.
function mirrored({ scene: { mirror, canary } }: Aftermath): string | undefined {
  const offers = mirror.asked.filter(({ path }) => path === '/offers');
  const sessions = mirror.asked.filter(({ path }) => /^\/sessions\/[0-9a-f]{32}$/.test(path));
  const nonces = offers.map(({ body }) => /^\{"nonce":"([\w-]{43})"\}$/.exec(body.toString())?.[1] ?? '');
  const chosen = Buffer.from(canary).toString('base64url').slice(0, 20);
  if (sessions.length === 0) return 'no call at all: the attack did not try';
  if (offers.length + sessions.length < mirror.asked.length) return 'another address';
  if (offers.length > 4) return 'more calls than declared';
  if (new Set(sessions.map(({ body }) => body.length)).size > 1) return 'sizes of calls';
  return new Set(nonces).size < offers.length ||
    nonces.some((nonce) => nonce === '' || nonce.startsWith(chosen))
    ? 'a nonce of its own choice'
    : undefined;
}

async function timeOf({ run }: Scene, canary: string): Promise<number> {
  const begin = performance.now();
  await run('timing', canary);
  return performance.now() - begin;
}

function recordsOf(told: readonly Told[], event: string): number {
  return told.filter(({ record }) => record?.event === event).length;
}

function outcomesOf(told: readonly Told[]): readonly string[] {
  return told.flatMap(({ event }) => (event?.event === 'session-ended' ? [event.outcome ?? ''] : []));
}

function sizesOf(told: readonly Told[]): ReadonlySet<number> {
  return new Set(
    told.flatMap(({ event }) =>
      event?.event === 'session-ended' && (event.responseBytes ?? 0) > sizeClass
        ? [event.responseBytes ?? 0]
        : [],
    ),
  );
}

function get(url: string): Promise<{ readonly status: number; readonly body: string }> {
  return exchange(url, 'GET', {}, undefined);
}

function post(
  url: string,
  type: string,
  body: Buffer,
): Promise<{ readonly status: number; readonly body: string }> {
  return exchange(url, 'POST', { 'content-type': type, 'content-length': String(body.length) }, body);
}

function exchange(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: Buffer | undefined,
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: text });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
