/** Other processes and threads: what they are started with, told, and shown of this one. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks, taints, type PassLine } from '../tables.ts';

const own = [
  'Member[title]',
  'Member[env].AnyMember',
  'Member[send].Argument[0]',
  'Member[execve].Argument[0..2]',
  'Member[exit].Argument[0]',
  'Member[exitCode]',
];

/** The forms that take arguments and options apart, and the ones that take one command line. */
const spawning = 'spawn,spawnSync,execFile,execFileSync,fork';
const inputs = [
  'Member[spawnSync,execFileSync].Argument[2].Member[input]',
  'Member[execSync].Argument[1].Member[input]',
];

const threads = [
  'Member[Worker].Argument[1].Member[workerData,env,argv]',
  'Member[setEnvironmentData].Argument[1]',
  'Member[postMessageToThread].Argument[1]',
];

/** What a program is given may come out of it again, and its error quotes the command line. */
const givenBack: readonly PassLine[] = [
  ['Member[exec,execFile]', 'Argument[0..2]', 'Argument[1..].Parameter[0..2]'],
  ['Member[execSync,execFileSync,spawnSync]', 'Argument[0..2]', 'ReturnValue'],
  ['Member[execSync,execFileSync]', 'Argument[0..2]', 'Thrown'],
];

export const processRows: Partial<Models> = {
  sinks: [
    ...sinks(
      'process',
      'global',
      own.map((path) => `Member[process].${path}`),
    ),
    ...sinks('process', 'process', own),
    ...sinks('process', 'child_process', [
      `Member[${spawning}].Argument[0,1]`,
      'Member[exec,execSync].Argument[0]',
      'Member[spawn,spawnSync,execFile,execFileSync,fork].Argument[2].Member[env]',
      'Member[spawn,spawnSync].Argument[2].Member[argv0]',
      'Member[exec,execSync].Argument[1].Member[env]',
      ...inputs,
      'Member[spawn,execFile,exec,fork].ReturnValue.Member[stdin].Member[write,end].Argument[0]',
    ]),
    ...sinks('process', 'child_process.ChildProcess', [
      'Member[send].Argument[0]',
      'Member[stdin].Member[write,end].Argument[0]',
    ]),
    ...sinks('process', 'worker_threads', threads),
    ...names('process', 'worker_threads', [
      'Member[setEnvironmentData].Argument[0]',
      'Member[BroadcastChannel].Argument[0]',
    ]),
    ...['Worker', 'MessagePort', 'BroadcastChannel'].flatMap((type) =>
      sinks('process', `worker_threads.${type}`, ['Member[postMessage].Argument[0]']),
    ),
    ...sinks('process', 'worker_threads', ['Member[parentPort].Member[postMessage].Argument[0]']),
    ...sinks('process', 'cluster.Worker', ['Member[send].Argument[0]']),
    ...sinks('process', 'cluster.Cluster', ['Member[fork].Argument[0]']),
    ...sinks('process', 'cluster.ClusterSettings', ['Member[args]']),
    ...sinks('process', 'module', ['Member[register].Argument[2].Member[data]']),
    ...sinks('process', 'node:ffi', [
      'Member[exportString,exportBuffer,exportArrayBuffer,exportArrayBufferView].Argument[0]',
      'Member[dlopen].ReturnValue.Member[functions].AnyMember.Argument[0..]',
      'Member[getRawPointer].Argument[0]',
    ]),
  ],
  propagators: taints('child_process', '', givenBack),
};
