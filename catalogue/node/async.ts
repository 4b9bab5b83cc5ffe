/** State that follows a call: AsyncLocalStorage. */
import type { Propagator } from '../../engine/models/rows.ts';
import { hands } from '../tables.ts';

const store = 'Argument[this].Member[store]';

export const asyncPropagators: readonly Propagator[] = hands('async_hooks.AsyncLocalStorage', '', [
  ['Member[run,enterWith]', 'Argument[0]', store],
  ['Member[getStore]', store, 'ReturnValue'],
  ['Member[run]', 'Argument[1].ReturnValue', 'ReturnValue'],
  ['Member[exit]', 'Argument[0].ReturnValue', 'ReturnValue'],
]);
