/** winston: level methods, `log` in both forms, child and default metadata, profiles, and the logger as a stream. */
import type { Sink } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

const npmLevels = 'error,warn,info,http,verbose,debug,silly';
const otherLevels = 'help,data,prompt,input,emerg,alert,crit,warning,notice';

export const winstonSinks: readonly Sink[] = [
  // Level members of a logger, custom ones too, are of these types.
  ...sinks('log', 'winston.LeveledLogMethod', ['Argument[0..]']),
  ...sinks('log', 'winston.LogMethod', ['Argument[0..]']),
  ...sinks('log', 'winston.Logger', [
    `Member[log,${npmLevels},${otherLevels}].Argument[0..]`,
    'Member[child].Argument[0]',
    'Member[profile].Argument[1]',
    'Member[configure].Argument[0].Member[defaultMeta]',
    'Member[defaultMeta]',
    'Member[write,end].Argument[0]',
  ]),
  ...names('log', 'winston.Logger', ['Member[profile].Argument[0]']),
  ...sinks('log', 'winston.Profiler', ['Member[done].Argument[0]']),
  ...sinks('log', 'winston', [
    `Member[log,${npmLevels}].Argument[0..]`,
    'Member[child].Argument[0]',
    'Member[createLogger,configure].Argument[0].Member[defaultMeta]',
    `Member[createLogger].ReturnValue.Member[log,${npmLevels},${otherLevels}].Argument[0..]`,
    'Member[createLogger].ReturnValue.Member[child].Argument[0]',
  ]),
  ...names('log', 'winston', ['Member[profile].Argument[0]']),
  ...sinks('log', 'winston.Container', ['Member[add,get].Argument[1].Member[defaultMeta]']),
];
