/** The sinks against the real libraries, and the broker's metrics. */
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import createLogger from 'pino';
import { expect, it } from 'vitest';
import { createMetrics, jsonLines, openTelemetry, pino } from '../../runtime/sinks/index.ts';

const record = { event: 'done', fields: { outcome: 'ok', messages: '<=5', cached: false } };

it('JSON lines has one line a record', () => {
  const lines: string[] = [];
  const sink = jsonLines({ write: (line) => lines.push(line) });
  sink(record);
  sink(record);
  expect(lines).toEqual(Array.from({ length: 2 }, () => `${JSON.stringify(record)}\n`));
});

it('pino gets event and fields under one key', () => {
  const lines: string[] = [];
  pino(createLogger({}, { write: (line: string) => void lines.push(line) }))(record);
  expect(JSON.parse(lines.join(''))).toMatchObject({
    level: 30,
    msg: 'egress',
    egress: { event: 'done', outcome: 'ok', messages: '<=5', cached: false },
  });
});

it('OpenTelemetry counts records by event and fields', async () => {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
  const provider = new MeterProvider({ readers: [reader] });
  const sink = openTelemetry(provider.getMeter('broker'));
  sink(record);
  sink(record);
  await reader.forceFlush();
  const [metrics] = exporter.getMetrics();
  const [metric] = metrics?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
  expect(metric?.descriptor.name).toBe('stateless.egress');
  expect(metric?.dataPoints).toMatchObject([
    { value: 2, attributes: { event: 'done', outcome: 'ok', messages: '<=5', cached: false } },
  ]);
  await provider.shutdown();
});

it('metrics count what happens and hold nothing else', () => {
  const metrics = createMetrics();
  const session = { session: 'a', pid: 1 };
  metrics.onEvent({ event: 'session-started', ...session });
  metrics.onEvent({ event: 'session-started', ...session });
  metrics.onEvent({
    event: 'session-ended',
    ...session,
    outcome: 'answered',
    requestBytes: 10,
    responseBytes: 9,
    records: 1,
    milliseconds: 42,
  });
  metrics.onEvent({ event: 'request-refused', code: 'ERR_BUSY' });
  expect(metrics.snapshot()).toEqual({
    running: 1,
    started: 2,
    ended: { answered: 1 },
    refused: { ERR_BUSY: 1 },
    durations: { '100': 1 },
  });
});
