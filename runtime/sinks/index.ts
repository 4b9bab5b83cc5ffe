/** `stateless-runtime/sinks`: where a broker's egress records can go. Every library is an optional peer, by structure. */
export { jsonLines } from './json-lines.ts';
export { createMetrics } from './metrics.ts';
export type { Metrics, MetricsSnapshot } from './metrics.ts';
export { openTelemetry } from './open-telemetry.ts';
export { pino } from './pino.ts';
