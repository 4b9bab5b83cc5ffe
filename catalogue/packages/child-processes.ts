/** Other processes and worker pools: cross-spawn, execa, foreground-child and piscina. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks, upTo } from '../tables.ts';

export const childProcessRows: Partial<Models> = {
  sinks: [
    ...sinks('process', 'cross-spawn', [
      'Argument[0,1]',
      'Argument[2].Member[env,argv0]',
      'Member[sync,spawn].Argument[0,1]',
      'Member[sync].Argument[2].Member[input,env]',
    ]),
    ...sinks('process', 'execa', [
      'Member[execa,execaSync,execaNode].Argument[0,1]',
      'Member[execa,execaSync,execaNode].Argument[2].Member[input,env,stdin,argv0]',
      'Member[execa,execaNode].Argument[2].Member[ipcInput]',
      'Member[$].Argument[1..]',
      'Member[sendMessage].Argument[0]',
    ]),
    ...upTo('10', sinks('process', 'execa', ['Member[execaCommand,execaCommandSync].Argument[0]'])),
    ...sinks('process', 'execa.Subprocess', [
      'Member[sendMessage].Argument[0]',
      'Member[stdin].Member[write,end].Argument[0]',
    ]),
    ...sinks('process', 'foreground-child', [
      'Member[foregroundChild].Argument[0,1]',
      'Member[foregroundChild].Argument[2].Member[env]',
    ]),
    ...sinks('process', 'piscina.Piscina', ['Member[run].Argument[0]']),
    ...sinks('process', 'piscina.default', ['Member[run].Argument[0]']),
    ...sinks('process', 'piscina', ['Member[Piscina].Argument[0].Member[workerData,env,argv]']),
  ],
};
