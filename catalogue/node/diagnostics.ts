/** What Node shows of a process from outside: channels, timelines, inspectors, snapshots and reports. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

/** Calls that write what is in memory, whatever they are given. */
const snapshots = ['Member[writeHeapSnapshot,getHeapSnapshot,setHeapSnapshotNearHeapLimit].Call'];

const reports = ['Member[report].Member[writeReport,getReport].Call'];

export const diagnosticsRows: Partial<Models> = {
  sinks: [
    ...sinks('telemetry', 'diagnostics_channel.Channel', ['Member[publish,runStores].Argument[0]']),
    ...sinks('telemetry', 'node:diagnostics_channel.BoundedChannel', ['Member[run].Argument[0]']),
    ...sinks('telemetry', 'diagnostics_channel.TracingChannel', [
      'Member[traceSync,tracePromise].Argument[1]',
      'Member[traceCallback].Argument[2]',
    ]),
    ...names('telemetry', 'perf_hooks.Performance', ['Member[mark,measure].Argument[0]']),
    ...sinks('telemetry', 'perf_hooks.Performance', ['Member[mark,measure].Argument[1].Member[detail]']),
    ...sinks('telemetry', 'perf_hooks.RecordableHistogram', ['Member[record].Argument[0]']),
    ...sinks('network', 'inspector', ['Member[open].Argument[1]', 'Member[open].Call']),
    ...sinks('telemetry', 'inspector', [
      'Member[console].Member[log].Argument[0..]',
      'Member[Network].Member[requestWillBeSent,responseReceived,dataReceived,dataSent].Argument[0]',
      'Member[DOMStorage].Member[domStorageItemAdded].Argument[0]',
    ]),
    ...sinks('telemetry', 'inspector.Session', ['Member[post].Argument[1]']),
    ...sinks('disk', 'trace_events', ['Member[createTracing].ReturnValue.Member[enable].Call']),
    ...names('disk', 'v8', ['Member[writeHeapSnapshot].Argument[0]']),
    ...sinks('disk', 'v8', snapshots),
    ...sinks('disk', 'worker_threads.Worker', ['Member[getHeapSnapshot].Call']),
    ...names('disk', 'global', ['Member[process].Member[report].Member[writeReport].Argument[0]']),
    ...sinks('disk', 'global', [
      'Member[process].Member[report].Member[writeReport].Argument[1]',
      ...reports.map((path) => `Member[process].${path}`),
    ]),
    ...sinks('disk', 'process', reports),
    ...sinks('log', 'repl.REPLServer', ['Member[setPrompt].Argument[0]']),
    ...sinks('log', 'node:test.TestContext', ['Member[diagnostic].Argument[0]', 'Member[log].Argument[0,1]']),
    ...names('log', 'node:test', ['Member[test,it,describe,suite].Argument[0]']),
  ],
};
