/** Egress records as counts of OpenTelemetry. */
import type { EgressRecord } from '../egress/shapes.ts';

interface Counter {
  readonly add: (value: number, attributes: Record<string, string | number | boolean>) => void;
}

/** What of an OpenTelemetry meter is used. */
export interface CountingMeter {
  readonly createCounter: (name: string, options: { readonly description: string }) => Counter;
}

/**
 * A sink that counts records in the counter `stateless.egress`, with the event and its fields as attributes: their
 * domains are closed, so there are only so many series.
 *
 * @param meter a meter of `@opentelemetry/api`
 */
export function openTelemetry(meter: CountingMeter): (record: EgressRecord) => void {
  const counter = meter.createCounter('stateless.egress', {
    description: 'Egress records by event and field',
  });
  return ({ event, fields }) => {
    counter.add(1, { event, ...fields });
  };
}
