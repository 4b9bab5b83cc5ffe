/** OpenTelemetry and OpenTracing: spans, metrics, log records, baggage and exporters. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const openTelemetryRows: Partial<Models> = {
  sinks: [
    ...sinks('telemetry', '@opentelemetry/api.Span', [
      'Member[setAttribute].Argument[1]',
      'Member[setAttributes].Argument[0]',
      'Member[addEvent].Argument[1]',
      'Member[addLink,addLinks].Argument[0]',
      'Member[setStatus].Argument[0].Member[message]',
      'Member[recordException].Argument[0]',
    ]),
    ...names('telemetry', '@opentelemetry/api.Span', [
      'Member[addEvent].Argument[0]',
      'Member[updateName].Argument[0]',
    ]),
    ...names('telemetry', '@opentelemetry/api.Tracer', ['Member[startSpan,startActiveSpan].Argument[0]']),
    ...sinks('telemetry', '@opentelemetry/api.Tracer', [
      'Member[startSpan,startActiveSpan].Argument[1].Member[attributes,links]',
    ]),
    ...sinks('telemetry', '@opentelemetry/api.Counter', ['Member[add].Argument[0,1]']),
    ...sinks('telemetry', '@opentelemetry/api.UpDownCounter', ['Member[add].Argument[0,1]']),
    ...sinks('telemetry', '@opentelemetry/api.Histogram', ['Member[record].Argument[0,1]']),
    ...sinks('telemetry', '@opentelemetry/api.Gauge', ['Member[record].Argument[0,1]']),
    ...sinks('telemetry', '@opentelemetry/api.ObservableResult', ['Member[observe].Argument[0,1]']),
    ...sinks('telemetry', '@opentelemetry/api.BatchObservableResult', ['Member[observe].Argument[1,2]']),
    ...sinks('telemetry', '@opentelemetry/api.Baggage', ['Member[setEntry].Argument[1].Member[value]']),
    ...sinks('telemetry', '@opentelemetry/api.PropagationAPI', ['Member[createBaggage].Argument[0]']),
    ...sinks('log', '@opentelemetry/api.DiagLogger', ['Member[error,warn,info,debug,verbose].Argument[0..]']),
    ...sinks('telemetry', '@opentelemetry/api-logs.Logger', [
      'Member[emit].Argument[0].Member[body,attributes,exception]',
    ]),
    ...names('telemetry', '@opentelemetry/api-logs.Logger', ['Member[emit].Argument[0].Member[eventName]']),
    ...sinks('telemetry', '@opentelemetry/sdk-trace-base.SpanExporter', ['Member[export].Argument[0]']),
    ...sinks('telemetry', '@opentelemetry/sdk-logs.ReadWriteLogRecord', [
      'Member[setAttribute].Argument[1]',
      'Member[setAttributes,setBody,setEventName].Argument[0]',
    ]),
    ...sinks('telemetry', '@opentelemetry/sdk-logs.LogRecordExporter', ['Member[export].Argument[0]']),
    ...sinks('telemetry', '@opentelemetry/exporter-trace-otlp-http.OTLPTraceExporter', [
      'Member[export].Argument[0]',
    ]),
    ...sinks('telemetry', 'opentracing.Span', [
      'Member[setTag,setBaggageItem,logEvent].Argument[1]',
      'Member[addTags,log,setOperationName].Argument[0]',
    ]),
    ...names('telemetry', 'opentracing.Tracer', ['Member[startSpan].Argument[0]']),
    ...sinks('telemetry', 'opentracing.Tracer', ['Member[startSpan].Argument[1].Member[tags]']),
  ],
};
