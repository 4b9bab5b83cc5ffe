/** Channels that open when code is loaded, made or replaced. */
import type { Channel } from '../channels.ts';

export const channelsOfCode: readonly Channel[] = [
  {
    number: 27,
    id: 'native-code',
    name: 'addons, foreign functions, dlopen, engines and stores of OpenSSL',
    kinds: ['process'],
    rule: 'no-escape-hatch',
    closers: [
      'flag:--no-addons',
      'no-flag:--allow-addons',
      'no-flag:--allow-ffi',
      'process:dlopen',
      'removed:crypto.setEngine',
    ],
  },
  {
    number: 28,
    id: 'wasi',
    name: 'WASI, and memory of WebAssembly',
    kinds: ['disk'],
    rule: 'no-escape-hatch',
    closers: ['no-flag:--allow-wasi', 'module:node:wasi'],
  },
  {
    number: 29,
    id: 'generated-code',
    name: 'eval, new Function, node:vm, imports of text',
    kinds: ['process'],
    rule: 'no-dynamic-code',
    closers: [
      'code:session/code-strings.ts#closeCodeStrings',
      'module:node:vm',
      'code:session/modules.ts#replayModules',
    ],
  },
  {
    number: 48,
    id: 'key-export',
    name: 'export of the session key: KeyObject.from, toCryptoKey, exportKey, v8.serialize',
    kinds: ['process'],
    rule: 'no-extractable-key',
    closers: [
      'removed:KeyObject.from',
      'removed:KeyObject.prototype.toCryptoKey',
      'module:node:v8',
      'code:hpke/recipient.ts#generateKey',
    ],
  },
  {
    number: 59,
    id: 'ipc-handle',
    name: "the raw handle of the IPC channel under a symbol of process, in its list of handles, behind a stream's constructor",
    kinds: ['process'],
    closers: [
      'code:session/guard.ts#closeMembers',
      'process:_getActiveHandles',
      'process:_channel',
      'process:_send',
      'process:stdin',
      'code:session/guard.ts#closeStreams',
    ],
  },
  {
    number: 67,
    id: 'received-handles',
    name: 'handles that Node takes over from its channel: a forged one makes it build sockets, whose constructors take an address or a descriptor',
    kinds: ['process'],
    closers: ['code:session/guard.ts#closeChannel'],
    alsoClosedBy: ['launcher:network-namespace'],
  },
  {
    number: 61,
    id: 'replaced-built-ins',
    name: 'built-ins of the guard that a bundle replaces, so that a frame carries plaintext',
    kinds: ['process'],
    closers: ['code:session/freeze.ts#freezeBuiltIns'],
  },
  {
    number: 62,
    id: 'module-hooks',
    name: 'module hooks registered again, the loader reached through require',
    kinds: ['process'],
    rule: 'no-dynamic-code',
    closers: [
      'removed:module.registerHooks',
      'removed:module.createRequire',
      'module:node:module',
      'code:session/modules.ts#replayModules',
    ],
  },
];
