/** bunyan, log4js, debug and loglevel. */
import type { Sink } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

const bunyanLevels = 'trace,debug,info,warn,error,fatal';

/** The module is the class itself; what a logger is made with is a field of every line. */
export const bunyanSinks: readonly Sink[] = [
  ...sinks('log', 'bunyan', [
    `Instance.Member[${bunyanLevels}].Argument[0..]`,
    'Instance.Member[child].Argument[0]',
    'Instance.Member[fields]',
    'NewCall.Argument[0]',
    'Member[createLogger].Argument[0]',
    `Member[createLogger].ReturnValue.Member[${bunyanLevels}].Argument[0..]`,
    'Member[createLogger].ReturnValue.Member[child].Argument[0]',
  ]),
  ...sinks('log', 'bunyan.RotatingFileStream', ['Member[write,end].Argument[0]']),
  ...sinks('log', 'bunyan.RingBuffer', ['Member[write,end].Argument[0]']),
];

const log4jsWrites = [
  'Member[trace,debug,info,warn,error,fatal,mark].Argument[0..]',
  'Member[log].Argument[1..]',
  'Member[addContext].Argument[1]',
];

export const log4jsSinks: readonly Sink[] = [
  ...sinks('log', 'log4js.Logger', log4jsWrites),
  ...names('log', 'log4js.Logger', ['Member[addContext].Argument[0]']),
  ...sinks(
    'log',
    'log4js',
    log4jsWrites.map((path) => `Member[getLogger].ReturnValue.${path}`),
  ),
];

/** A debugger is called itself. The module is callable, and shows itself again as `debug` and `default`. */
export const debugSinks: readonly Sink[] = [
  ...sinks('log', 'debug.Debugger', ['Argument[0..]', 'Member[log].Argument[0..]']),
  ...names('log', 'debug.Debugger', ['Member[extend].Argument[0]']),
  ...sinks('log', 'debug', ['ReturnValue.Argument[0..]', 'Member[debug,default].ReturnValue.Argument[0..]']),
  ...sinks('log', 'debug', ['Member[log].Argument[0..]']),
  ...names('log', 'debug', ['Argument[0]', 'Member[debug,default].Argument[0]']),
];

const loglevelLevels = 'Member[trace,debug,log,info,warn,error].Argument[0..]';

export const loglevelSinks: readonly Sink[] = [
  ...sinks('log', 'loglevel.Logger', [loglevelLevels]),
  ...sinks('log', 'loglevel.LoggingMethod', ['Argument[0..]']),
  ...sinks('log', 'loglevel', [
    loglevelLevels,
    `Member[default].${loglevelLevels}`,
    `Member[getLogger].ReturnValue.${loglevelLevels}`,
  ]),
];
