/** Metrics: Prometheus and StatsD clients. Names and labels count as well as values. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const metricsRows: Partial<Models> = {
  sinks: [
    ...sinks('telemetry', 'prom-client.Counter', [
      'Member[inc,labels,remove].Argument[0..]',
      'Member[inc].Argument[0].Member[exemplarLabels]',
    ]),
    ...sinks('telemetry', 'prom-client.Gauge', [
      'Member[inc,dec,set,labels,startTimer,setToCurrentTime,remove].Argument[0..]',
    ]),
    ...sinks('telemetry', 'prom-client.Histogram', [
      'Member[observe,labels,startTimer,zero,remove].Argument[0..]',
    ]),
    ...sinks('telemetry', 'prom-client.Summary', ['Member[observe,labels,startTimer,remove].Argument[0..]']),
    ...sinks('telemetry', 'prom-client.Registry', ['Member[setDefaultLabels].Argument[0]']),
    ...names('telemetry', 'prom-client', [
      'Member[Counter,Gauge,Histogram,Summary].Argument[0].Member[name,help,labelNames]',
    ]),
    ...sinks('telemetry', 'hot-shots.StatsD', [
      'Member[increment,decrement,timing,histogram,distribution,gauge,gaugeDelta,set,unique].Argument[0..3]',
      'Member[event,check].Argument[0..3]',
      'Member[childClient].Argument[0].Member[globalTags,prefix,suffix]',
    ]),
  ],
};
