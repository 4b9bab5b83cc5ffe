/** Attacks that load, make or replace code. */
import { loose, tryAll, withModules } from './attack.ts';
import type { Attack, Attempt } from './attack.ts';

/** One of each kind of function: each kind has a constructor of its own, which takes text. */
const functions = [
  tryAll,
  withModules,
  function* () {
    yield 0;
  },
  async function* () {
    yield await Promise.resolve(0);
  },
];

export const attacksOnCode: Readonly<Record<string, Attack>> = {
  async 'native-code'({ canary }) {
    await withModules('crypto', (crypto) => crypto['setEngine']?.(`/tmp/${canary}.so`));
    await withModules('ffi', (ffi) => ffi['dlopen']?.('libc.so.6'));
    return tryAll(() => loose(process)['dlopen']?.({ exports: {} }, `/tmp/${canary}.node`));
  },
  wasi: ({ target }) =>
    withModules('wasi', (wasi) =>
      Reflect.construct(wasi['WASI'] ?? Object, [
        { version: 'preview1', preopens: { '/': target.folders[0] } },
      ]),
    ),
  async 'generated-code'({ canary }) {
    const code = `process.stdout.write('${canary}')`;
    const made = await tryAll(
      () => loose(globalThis)['eval']?.(code),
      ...functions.map(
        (kind) => (): unknown => Reflect.construct(loose(kind)['constructor'] ?? Object, [code]),
      ),
      () => import(`data:text/javascript,${encodeURIComponent(code)}`),
    );
    await withModules('vm', (vm) => vm['runInThisContext']?.(code));
    return made;
  },
  async 'key-export'({ canary }) {
    const pair = await crypto.subtle.generateKey('X25519', false, ['deriveBits']);
    const { KeyObject, createSecretKey } = await import('node:crypto');
    return tryAll(
      () => loose(KeyObject)['from']?.(pair),
      () => loose(createSecretKey(canary, 'utf8'))['toCryptoKey']?.('AES-GCM', true, []),
      () => 'privateKey' in pair && crypto.subtle.exportKey('pkcs8', pair.privateKey),
    );
  },
  'ipc-handle': writeToHandles,
  async 'replaced-built-ins'({ canary }) {
    const plain = new TextEncoder().encode(canary.repeat(64)).slice(0, 1024);
    const places: readonly (readonly [object, string])[] = [
      [SubtleCrypto.prototype, 'encrypt'],
      [SubtleCrypto.prototype, 'importKey'],
      [crypto, 'subtle'],
      [globalThis, 'crypto'],
      [globalThis, 'Uint8Array'],
      [Buffer, 'concat'],
      [Uint8Array.prototype, 'set'],
      [Promise.prototype, 'then'],
      [JSON, 'stringify'],
      [TextEncoder.prototype, 'encode'],
    ];
    return tryAll(
      ...places.map(
        ([owner, name]) =>
          () =>
            Object.defineProperty(owner, name, { value: () => plain }),
      ),
    );
  },
  async 'module-hooks'({ canary }) {
    await withModules('module', (module) =>
      module['registerHooks']?.({ resolve: () => ({ url: `data:,${canary}` }) }),
    );
    await withModules('module', (module) =>
      loose(module['createRequire']?.('file:///'))['call']?.(undefined, 'node:fs'),
    );
    return tryAll(
      () => import(`./${canary}.ts`),
      () => import('../session/link.ts'),
      () => import(['file://', 'proc/self/environ'].join('/')),
    );
  },
};

/** Everything under `process` that could be the channel, and everything that it could be made with. */
async function writeToHandles({ canary }: Attempt): Promise<void> {
  const own = loose(process);
  const listed = [own['channel'], own['_channel'], ...asList(await called(own['_getActiveHandles']))];
  const symbols = Object.getOwnPropertySymbols(process).map(
    (symbol) => Reflect.get(process, symbol) as unknown,
  );
  for (const handle of [...listed, ...symbols])
    await tryAll(
      () => loose(handle)['writeUtf8String']?.({}, canary),
      () => loose(handle)['write']?.(canary),
    );
  await tryAll(
    () => own['_send']?.(canary, undefined, {}, () => undefined),
    () => own['_handleQueue'],
  );
  const streams = [
    process.stdout,
    process.stderr,
    Reflect.get(process, 'stdin'),
    Reflect.get(console, '_stdout'),
  ];
  for (const stream of streams)
    await tryAll(() =>
      loose(Reflect.construct(loose(stream)['constructor'] ?? Object, [3]))['write']?.(canary),
    );
}

async function called(way: (() => unknown) | undefined): Promise<unknown> {
  try {
    return await way?.();
  } catch {
    return undefined;
  }
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
