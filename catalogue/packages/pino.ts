/** pino: level methods, child bindings, prefixes, what is added to every line, and raw destinations. */
import type { Sink } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

const levels = 'fatal,error,warn,info,debug,trace';
const bindings = 'Member[child,setBindings].Argument[0]';
const childOptions = 'Member[child].Argument[1].Member[msgPrefix]';
const childSerializers = 'Member[child].Argument[1].Member[serializers].AnyMember.ReturnValue';

/** What `pino()` is configured with and then puts into every line. `mixin` returns it anew for each line. */
const everyLine = [
  'Argument[0].Member[base,name,msgPrefix]',
  'Argument[0].Member[mixin].ReturnValue',
  'Argument[0].Member[serializers].AnyMember.ReturnValue',
  'Argument[0].Member[formatters].Member[bindings,level,log].ReturnValue',
];

/** A logger where its type is not known: what a call of the module returns, and its children. */
const untyped = [
  `ReturnValue.Member[${levels}].Argument[0..]`,
  `ReturnValue.${bindings}`,
  `ReturnValue.${childOptions}`,
  `ReturnValue.Member[child].ReturnValue.Member[${levels}].Argument[0..]`,
];

export const pinoSinks: readonly Sink[] = [
  // Level members of a logger, custom ones too, are of this type.
  ...sinks('log', 'pino.LogFn', ['Argument[0..]']),
  ...sinks('log', 'pino.BaseLogger', [`Member[${levels}].Argument[0..]`]),
  ...sinks('log', 'pino.LoggerExtras', [bindings, childOptions, childSerializers]),
  ...sinks('log', 'pino', [...everyLine, ...untyped]),
  ...sinks(
    'log',
    'pino',
    [...everyLine, ...untyped].map((path) => `Member[pino,default].${path}`),
  ),
  ...sinks('log', 'pino.DestinationStream', ['Member[write].Argument[0]']),
  ...sinks('log', 'pino.MultiStreamRes', ['Member[write].Argument[0]']),
];
