/** Attacks over the network, and through other processes. */
import { loose, pause, tryAll, withModules } from './attack.ts';
import type { Attack, Attempt, Loose } from './attack.ts';

export const attacksOnNetwork: Readonly<Record<string, Attack>> = {
  'network-services': connectAll,
  sockets: connectAll,
  'back-ends': request,
  'back-end-caches': request,
  'urls-and-headers': request,
  async 'undici-dispatcher'({ canary, target }) {
    const global = loose(globalThis);
    await tryAll(
      () => Reflect.construct(global['Response'] ?? Object, ['note']),
      () => Reflect.construct(global['Headers'] ?? Object, []),
      () =>
        loose(Reflect.get(globalThis, 'WebAssembly'))['compileStreaming']?.(
          Promise.resolve(new Uint8Array(8)),
        ),
    );
    const origin = `http://127.0.0.1:${target.tcp}`;
    for (const symbol of Object.getOwnPropertySymbols(globalThis))
      await tryAll(() =>
        loose(Reflect.get(globalThis, symbol))['request']?.({ origin, path: `/${canary}`, method: 'GET' }),
      );
  },
  'received-handles': forgeHandles,
  async 'child-processes'({ canary, target }) {
    const file = `${target.folders[0] ?? ''}/${canary}`;
    await withModules('child_process', (child) =>
      child['execFileSync']?.('/bin/sh', ['-c', `echo ${canary} > ${file}`]),
    );
    await withModules('child_process', (child) => child['fork']?.(file, [canary]));
    await withModules('cluster', (cluster) => cluster['fork']?.({ NOTE: canary }));
    await withModules('spawn_sync', (spawn) =>
      spawn['spawn']?.({ file: '/bin/touch', args: ['touch', file], stdio: [] }),
    );
    await tryAll(
      () => loose(process)['execve']?.('/bin/touch', ['touch', file], {}),
      () => loose(process)['_linkedBinding']?.('spawn_sync'),
    );
  },
  async 'threads-and-ports'({ canary }) {
    const global = loose(globalThis);
    const code = `process.stdout.write('${canary}')`;
    await withModules('worker_threads', (threads) =>
      Reflect.construct(threads['Worker'] ?? Object, [code, { eval: true }]),
    );
    await tryAll(
      () => loose(Reflect.construct(global['BroadcastChannel'] ?? Object, ['note']))['postMessage']?.(canary),
      () =>
        loose(Reflect.get(Reflect.construct(global['MessageChannel'] ?? Object, []), 'port1'))[
          'postMessage'
        ]?.(canary),
      () =>
        loose(loose(global['navigator'])['locks'])['request']?.(canary, () => new Promise(() => undefined)),
      () => loose(Reflect.construct(global['SharedWorker'] ?? Object, [canary]))['postMessage']?.(canary),
      () => structuredClone(new ReadableStream(), { transfer: [new ReadableStream()] }),
    );
    await withModules('util', (util) =>
      loose(loose(util['transferableAbortController']?.())['abort'])['call']?.(undefined, canary),
    );
  },
};

async function connectAll({ canary, target }: Attempt): Promise<void> {
  await withModules('net', (net) => loose(net['connect']?.(target.tcp, '127.0.0.1'))['end']?.(canary));
  await withModules('net', (net) => loose(net['connect']?.(target.socket))['end']?.(canary));
  await withModules('net', (net) => loose(net['connect']?.({ path: `\0${canary}` }))['end']?.(canary));
  await withModules('net', (net) => {
    const list = loose(Reflect.construct(net['BlockList'] ?? Object, []));
    list['addAddress']?.('127.0.0.1');
    list['fromJSON']?.([canary]);
  });
  await withModules('quic', (quic) => quic['connect']?.(`127.0.0.1:${target.udp}`, { servername: canary }));
  await withModules('tls', (tls) =>
    tls['connect']?.({ port: target.tcp, host: '127.0.0.1', servername: canary }),
  );
  await withModules('dgram', (dgram) =>
    loose(dgram['createSocket']?.('udp4'))['send']?.(canary, target.udp, '127.0.0.1'),
  );
  await withModules('dns', (dns) => {
    dns['setServers']?.([`127.0.0.1:${target.udp}`]);
    return dns['resolve']?.(`${canary}.example`, () => undefined);
  });
  await request({ canary, target, emit: () => undefined, use: {} });
}

// What Node does when its channel brings a handle: it builds a socket around it, and hands that to who listens.
async function forgeHandles({ canary, target }: Attempt): Promise<void> {
  const own = loose(process);
  const sockets: Loose[] = [];
  own['on']?.(
    'message',
    (_: unknown, socket: unknown) => socket !== undefined && sockets.push(loose(socket)),
  );
  await tryAll(() => Object.assign(process, { _send: () => true }));
  for (const type of ['net.Socket', 'dgram.Socket'])
    await tryAll(() =>
      own['emit']?.('internalMessage', { cmd: 'NODE_HANDLE', type, msg: {}, dgramType: 'udp4' }, handle()),
    );
  await pause(20);
  for (const socket of sockets) {
    const build = (how: unknown): Loose => {
      const built = loose(Reflect.construct(socket['constructor'] ?? Object, [how]));
      // an error that nobody hears would end the session before anything is sent
      built['on']?.('error', () => undefined);
      return built;
    };
    await tryAll(
      () => loose(build({})['connect']?.(target.tcp, '127.0.0.1'))['end']?.(canary),
      () => loose(build({})['connect']?.(target.socket))['end']?.(canary),
      () => loose(build({})['connect']?.({ path: `\0${canary}` }))['end']?.(canary),
      () => build('udp4')['send']?.(canary, target.udp, '127.0.0.1'),
      ...[3, 4, 5, 6, 7, 8].map((fd) => () => build({ fd, writable: true })['write']?.(canary)),
    );
  }
  await pause(100);
}

function handle(): object {
  const names = [
    'readStart',
    'readStop',
    'close',
    'ref',
    'unref',
    'getAsyncId',
    'recvStart',
    'listen',
    'lookup',
  ];
  return Object.fromEntries(names.map((name) => [name, () => 0]));
}

async function request({ canary, target }: Attempt): Promise<void> {
  const url = `http://127.0.0.1:${target.tcp}/${canary}?note=${canary}`;
  const global = loose(globalThis);
  await tryAll(
    () =>
      global['fetch']?.(url, {
        method: 'POST',
        body: canary,
        headers: { 'x-note': canary, 'user-agent': canary },
      }),
    () => Reflect.construct(global['WebSocket'] ?? Object, [`ws://127.0.0.1:${target.tcp}/${canary}`]),
    () => Reflect.construct(global['EventSource'] ?? Object, [url]),
    () => loose(Reflect.get(globalThis, 'navigator'))['sendBeacon']?.(url, canary),
  );
  await withModules('http', (http) =>
    loose(http['request']?.(url, { headers: { 'x-note': canary } }))['end']?.(),
  );
  await withModules('http2', (http2) =>
    loose(http2['connect']?.(url))['request']?.({ ':path': `/${canary}` }),
  );
}
