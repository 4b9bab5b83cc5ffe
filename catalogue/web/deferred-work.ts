/** Work that outlives the code that puts it off: timers, finalizers, state that follows calls, handlers of the process. */
import type { Sink } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

const put = (type: string, paths: readonly string[]): readonly Sink[] =>
  sinks('deferred-work', type, paths).map((row) => ({ ...row, holds: 'work' }));

const timers = [
  'Member[setTimeout,setInterval].Argument[0]',
  'Member[setTimeout,setInterval].Argument[2..]',
  'Member[setImmediate].Argument[0..]',
];

export const deferredWorkSinks: readonly Sink[] = [
  ...put('global', timers),
  ...put('timers', timers),
  ...put('global', [
    'Member[FinalizationRegistry].Argument[0]',
    'Member[FinalizationRegistry].Instance.Member[register].Argument[1]',
  ]),
  ...put('async_hooks.AsyncLocalStorage', ['Member[enterWith].Argument[0]']),
];

/** What the process is asked to call at its end is kept until then. */
export const processHandlerSinks: readonly Sink[] = [
  ...['global', 'process'].flatMap((type) =>
    sinks('module-state', type, [
      `${type === 'global' ? 'Member[process].' : ''}Member[on,once,addListener,prependListener].Argument[1]`,
    ]),
  ),
].map((row) => ({ ...row, holds: 'kept' }));
