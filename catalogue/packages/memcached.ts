/** Memcached: memjs and memcached. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const memcachedRows: Partial<Models> = {
  sinks: [
    ...sinks('cache', 'memjs.Client', [
      'Member[set,add,replace].Argument[1]',
      'Member[append,prepend].Argument[1]',
    ]),
    ...names('cache', 'memjs.Client', ['Member[set,add,replace].Argument[0]']),
    ...sinks('cache', 'memcached', [
      'Instance.Member[set,add,replace].Argument[1]',
      'Instance.Member[cas,append,prepend].Argument[1]',
    ]),
    ...names('cache', 'memcached', ['Instance.Member[set,add,replace].Argument[0]']),
  ],
};
