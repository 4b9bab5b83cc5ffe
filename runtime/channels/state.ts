/** Channels through what outlives a session inside its process. */
import type { Channel } from '../channels.ts';

export const channelsOfState: readonly Channel[] = [
  {
    number: 30,
    id: 'module-state',
    name: 'module globals, singletons, memo caches',
    kinds: ['module-state'],
    rule: 'no-plaintext-to-module-state',
    closers: ['code:broker/session-process.ts#SessionProcess'],
  },
  {
    number: 31,
    id: 'prototype-pollution',
    name: 'members left on prototypes and globals',
    kinds: ['module-state'],
    rule: 'no-plaintext-to-module-state',
    closers: [
      'code:broker/session-process.ts#SessionProcess',
      'flag:--disable-proto=delete',
      'code:session/freeze.ts#freezeBuiltIns',
    ],
  },
  {
    number: 32,
    id: 'late-timers',
    name: 'timers, promises and exit listeners that run after the session',
    kinds: ['deferred-work'],
    rule: 'no-plaintext-to-deferred-work',
    closers: ['code:session/exit.ts#takeExit', 'code:broker/session-process.ts#kill'],
    alsoClosedBy: ['launcher:ends-with-broker'],
  },
  {
    number: 33,
    id: 'async-context',
    name: 'AsyncLocalStorage, async_hooks',
    kinds: ['deferred-work'],
    rule: 'no-plaintext-to-deferred-work',
    closers: ['module:node:async_hooks', 'code:broker/session-process.ts#SessionProcess'],
  },
  {
    number: 36,
    id: 'finalizers',
    name: 'FinalizationRegistry and WeakRef after the session',
    kinds: ['deferred-work'],
    rule: 'no-plaintext-to-deferred-work',
    closers: ['code:session/exit.ts#takeExit'],
  },
  {
    number: 26,
    id: 'process-fields',
    name: 'process.title, env, argv, cwd: what another process reads under /proc',
    kinds: ['process'],
    rule: 'no-plaintext-to-process',
    closers: ['code:session/guard.ts#closeProcess', 'process:chdir'],
  },
  {
    number: 43,
    id: 'back-end-caches',
    name: 'prompt and key-value caches of back ends',
    kinds: ['cache'],
    rule: 'no-plaintext-to-cache',
    closers: ['global:fetch', 'module:node:net'],
    alsoClosedBy: ['launcher:network-namespace'],
  },
];
