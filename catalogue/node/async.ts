/** State that follows a call, and what is published: AsyncLocalStorage, AsyncResource, diagnostics channels. */
import type { Propagator } from '../../engine/models/rows.ts';
import { hands, passed, type PassLine } from '../tables.ts';

const store = `Argument[this].${passed('store')}`;
const published = passed('published');

/** The arguments of `callee` from `first` on are those of the function at `callback`, whose result it returns. */
const forwarded = (callee: string, callback: number, first: number): readonly PassLine[] => [
  ...[0, 1, 2, 3].map((index): PassLine => [
    callee,
    `Argument[${first + index}]`,
    `Argument[${callback}].Parameter[${index}]`,
  ]),
  [callee, `Argument[${callback}].ReturnValue`, 'ReturnValue'],
];

const storageLines: readonly PassLine[] = [
  ['Member[run,enterWith]', 'Argument[0]', store],
  ['Member[getStore]', store, 'ReturnValue'],
  ...forwarded('Member[run]', 1, 2),
  ...forwarded('Member[exit]', 0, 1),
];

/** A channel is found by its name: all that is called so are one. */
const named = `Shared[diagnostics_channel].${passed('channel', '{0}')}`;

const moduleLines: readonly PassLine[] = [
  ['Member[channel]', 'ReturnValue', named],
  ['Member[channel]', named, 'ReturnValue'],
  ['Member[subscribe]', `${named}.${published}`, 'Argument[1].Parameter[0]'],
];

const channelLines: readonly PassLine[] = [
  ['Member[publish,runStores]', 'Argument[0]', `Argument[this].${published}`],
  ['Member[subscribe]', `Argument[this].${published}`, 'Argument[0].Parameter[0]'],
  ['Member[bindStore]', `Argument[this].${published}`, 'Argument[1].Parameter[0]'],
  ['Member[bindStore]', `Argument[this].${published}`, `Argument[0].${passed('store')}`],
  ['Member[bindStore]', 'Argument[1].ReturnValue', `Argument[0].${passed('store')}`],
  ...forwarded('Member[runStores]', 1, 3),
];

const events = 'start,end,asyncStart,asyncEnd,error';

const tracingLines: readonly PassLine[] = [
  ['Member[traceSync,tracePromise]', 'Argument[1]', `Argument[this].${published}`],
  ['Member[traceCallback]', 'Argument[2]', `Argument[this].${published}`],
  ['Member[subscribe]', `Argument[this].${published}`, `Argument[0].Member[${events}].Parameter[0]`],
  ...forwarded('Member[traceSync,tracePromise]', 0, 3),
];

export const asyncPropagators: readonly Propagator[] = [
  ...hands('async_hooks.AsyncLocalStorage', '', storageLines),
  ...hands('async_hooks', '', [
    ['Member[AsyncLocalStorage,AsyncResource].Member[bind]', 'Argument[0]', 'ReturnValue'],
  ]),
  ...hands('async_hooks.AsyncResource', '', [
    ['Member[bind]', 'Argument[0]', 'ReturnValue'],
    ...forwarded('Member[runInAsyncScope]', 0, 2),
  ]),
  ...hands('diagnostics_channel', '', moduleLines),
  ...hands('diagnostics_channel.Channel', '', channelLines),
  ...hands('diagnostics_channel.TracingChannel', '', tracingLines),
];
