/** What Node prints: the console, the standard streams, warnings, debug sections and terminal dialogues. */
import type { Sink } from '../../engine/models/rows.ts';
import { alone, CONVERSIONS, names, sinks, through } from '../tables.ts';

const printed = [
  'Member[log,info,warn,error,debug,trace,dir,dirxml,table,group,groupCollapsed].Argument[0..]',
  'Member[assert,timeLog].Argument[1..]',
];
const labels = ['Member[count,countReset,time,timeEnd,timeLog,timeStamp,profile,profileEnd].Argument[0]'];

const streams = ['Member[stdout,stderr].Member[write,end].Argument[0]'];
const warnings = [
  'Member[emitWarning].Argument[0]',
  'Member[emitWarning].Argument[1].Member[detail,type,code]',
];

const under = (prefix: string, paths: readonly string[]): readonly string[] =>
  paths.map((path) => `${prefix}.${path}`);

const rows: readonly Sink[] = [
  ...sinks('log', 'global', under('Member[console]', printed)),
  ...names('log', 'global', under('Member[console]', labels)),
  ...sinks('log', 'global', under('Member[Console].Instance', printed)),
  ...names('log', 'global', under('Member[Console].Instance', labels)),
  ...['console', 'console.Console'].flatMap((type) => [
    ...sinks('log', type, printed),
    ...names('log', type, labels),
  ]),
  ...sinks('log', 'global', under('Member[process]', warnings)),
  ...sinks('log', 'process', warnings),
  // The class of a terminal extends that of a socket.
  ...alone(sinks('log', 'global', under('Member[process]', streams))),
  ...alone(sinks('log', 'process', streams)),
  ...alone(sinks('log', 'tty.WriteStream', ['Member[write,end].Argument[0]'])),
  ...sinks('log', 'util', ['Member[debuglog,debug].ReturnValue.Argument[0..]']),
  ...sinks('log', 'util.DebugLogger', ['Argument[0..]']),
  ...names('log', 'util', ['Member[debuglog,debug].Argument[0]']),
  ...['readline.Interface', 'readline/promises.Interface'].flatMap((type) =>
    sinks('log', type, ['Member[write,setPrompt,question].Argument[0]']),
  ),
];

/** What is printed asks objects for what they show of themselves. */
export const consoleSinks: readonly Sink[] = through(CONVERSIONS.printed, rows);
