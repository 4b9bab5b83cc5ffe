/** Caches in the process: they keep what they are given, and what their callbacks return. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const memoryCacheRows: Partial<Models> = {
  sinks: [
    ...sinks('cache', 'lru-cache.LRUCache', [
      'Member[set].Argument[1]',
      'Member[set].Argument[0]',
      'Member[load].Argument[0]',
    ]),
    ...sinks('cache', 'lru-cache', [
      'Member[LRUCache].Argument[0].Member[fetchMethod].ReturnValue.Awaited',
      'Member[LRUCache].Argument[0].Member[memoMethod].ReturnValue',
    ]),
    ...sinks('cache', 'keyv.Keyv', [
      'Member[set].Argument[1]',
      'Member[setMany].Argument[0].ArrayElement.Member[key,value]',
    ]),
    ...names('cache', 'keyv.Keyv', ['Member[set].Argument[0]']),
    ...sinks('cache', 'keyv.default', ['Member[set].Argument[1]']),
    ...sinks('cache', 'quick-lru.default', ['Member[set].Argument[1]']),
    ...names('cache', 'quick-lru.default', ['Member[set].Argument[0]']),
    ...sinks('cache', 'node-cache', [
      'Instance.Member[set].Argument[1]',
      'Instance.Member[mset].Argument[0].ArrayElement.Member[val,key]',
    ]),
    ...names('cache', 'node-cache', ['Instance.Member[set].Argument[0]']),
    ...sinks('cache', 'cache-manager.Cache', [
      'Member[set].Argument[1]',
      'Member[mset].Argument[0].ArrayElement.Member[value]',
      'Member[wrap].Argument[1].ReturnValue.Awaited',
    ]),
    ...names('cache', 'cache-manager.Cache', ['Member[set].Argument[0]']),
    ...sinks('cache', 'cache-manager', ['Member[createCache].ReturnValue.Member[set].Argument[1]']),
    ...sinks('cache', 'toad-cache.ToadCache', ['Member[set].Argument[1]']),
    ...names('cache', 'toad-cache.ToadCache', ['Member[set].Argument[0]']),
    ...sinks('cache', 'toad-cache.Lru', ['Member[set].Argument[1]']),
    ...names('cache', 'toad-cache.Lru', ['Member[set].Argument[0]']),
    ...sinks('cache', 'toad-cache.LruMap', ['Member[set].Argument[1]']),
    ...names('cache', 'toad-cache.LruMap', ['Member[set].Argument[0]']),
    ...sinks('cache', 'toad-cache.Fifo', ['Member[set].Argument[1]']),
    ...names('cache', 'toad-cache.Fifo', ['Member[set].Argument[0]']),
    ...sinks('cache', "'lru.min'", ['Member[createLRU].ReturnValue.Member[set].Argument[1]']),
    ...names('cache', "'lru.min'", ['Member[createLRU].ReturnValue.Member[set].Argument[0]']),
  ],
};
