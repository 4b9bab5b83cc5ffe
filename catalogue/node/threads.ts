/** Messages between threads, processes and ports: what is posted at one end is received at the other. */
import type { Propagator } from '../../engine/models/rows.ts';
import { hands, passed, type PassLine } from '../tables.ts';

const homes = ['worker_threads', 'global'] as const;
const listening = 'Member[on,once,addListener].WithStringArgument[0=message]';

/** The name under which emitters keep what they emit: `events.once(port, 'message')` finds it too. */
const received = passed('emitted0', 'message');
const peer = 'Member[&peer]';

/** How `callee`'s instances hand to their listeners what stands at `input`. */
function receivedAt(callee: string, input: string): readonly PassLine[] {
  const event = 'Parameter[0].Member[data]';
  return [
    [`${callee}.${listening}`, input, 'Argument[1].Parameter[0]'],
    [`${callee}.Member[addEventListener].WithStringArgument[0=message]`, input, `Argument[1].${event}`],
    [`${callee}.Member[onmessage].Setter`, input, `Argument[0].${event}`],
  ];
}

/** Each port of a channel knows the other. */
const channelLines: readonly PassLine[] = [
  ['Member[MessageChannel]', 'ReturnValue', 'ReturnValue.Member[port1].Member[&channel]'],
  ['Member[MessageChannel]', 'ReturnValue', 'ReturnValue.Member[port2].Member[&channel]'],
  ['Member[MessageChannel]', 'ReturnValue.Member[port2]', `ReturnValue.Member[port1].${peer}`],
  ['Member[MessageChannel]', 'ReturnValue.Member[port1]', `ReturnValue.Member[port2].${peer}`],
  ['Member[MessagePort].Instance.Member[postMessage]', 'Argument[0]', `Argument[this].${peer}.${received}`],
  ...receivedAt('Member[MessagePort].Instance', `Argument[this].${received}`),
];

/** Whoever opened a channel of the same name, in any thread. */
const everywhere = `Shared[worker_threads].${passed('broadcast')}`;
const broadcastLines: readonly PassLine[] = [
  ['Member[BroadcastChannel].Instance.Member[postMessage]', 'Argument[0]', everywhere],
  ...receivedAt('Member[BroadcastChannel].Instance', everywhere).slice(1),
];

const toWorkers = `Shared[worker_threads].${passed('toWorkers')}`;
const fromWorkers = `Shared[worker_threads].${passed('fromWorkers')}`;
const workerData = `Shared[worker_threads].${passed('workerData')}`;

const workerLines: readonly PassLine[] = [
  ['Member[Worker]', 'Argument[1].Member[workerData]', workerData],
  ['Member[workerData].Getter', workerData, 'ReturnValue'],
  ['Member[Worker].Instance.Member[postMessage]', 'Argument[0]', toWorkers],
  ['Member[postMessageToThread]', 'Argument[1]', toWorkers],
  ['Member[parentPort].Member[postMessage]', 'Argument[0]', fromWorkers],
  ...receivedAt('Member[parentPort]', toWorkers),
  [`Member[Worker].Instance.${listening}`, fromWorkers, 'Argument[1].Parameter[0]'],
  ['Member[receiveMessageOnPort]', `Argument[0].${received}`, 'ReturnValue.Member[message]'],
  ['Member[setEnvironmentData]', 'Argument[1]', `Shared[worker_threads].${passed('environment')}`],
  ['Member[getEnvironmentData]', `Shared[worker_threads].${passed('environment')}`, 'ReturnValue'],
];

const toChildren = `Shared[child_process].${passed('toChildren')}`;
const toParent = `Shared[child_process].${passed('toParent')}`;

const processLines = [
  ...hands('child_process.ChildProcess', '', [
    ['Member[send]', 'Argument[0]', toChildren],
    [listening, toParent, 'Argument[1].Parameter[0]'],
  ]),
  ...hands('cluster.Worker', '', [
    ['Member[send]', 'Argument[0]', toChildren],
    [listening, toParent, 'Argument[1].Parameter[0]'],
  ]),
  ...hands('cluster', '', [[listening, toParent, 'Argument[1].Parameter[1]']]),
  ...(['global', 'process'] as const).flatMap((type) =>
    hands(type, type === 'global' ? 'Member[process].' : '', [
      ['Member[send]', 'Argument[0]', toParent],
      [listening, toChildren, 'Argument[1].Parameter[0]'],
    ]),
  ),
];

export const threadPropagators: readonly Propagator[] = [
  ...homes.flatMap((home) => hands(home, '', [...channelLines, ...broadcastLines])),
  ...hands('worker_threads', '', workerLines),
  ...processLines,
];
