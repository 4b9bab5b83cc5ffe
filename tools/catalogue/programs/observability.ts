/** A search that tells OpenTelemetry, Datadog, New Relic, Sentry, Prometheus and trackers of itself. */
import tracer from 'dd-trace';
import { StatsD } from 'hot-shots';
import newrelic from 'newrelic';
import { trace, metrics, context, propagation, SpanStatusCode, type Span } from '@opentelemetry/api';
import { logs, SeverityNumber } from '@opentelemetry/api-logs';
import * as Sentry from '@sentry/node';
import { Counter, Histogram, Registry, Gauge } from 'prom-client';
import Bugsnag from '@bugsnag/js';
import Rollbar from 'rollbar';
import { PostHog } from 'posthog-node';
import { Analytics } from '@segment/analytics-node';
import Mixpanel from 'mixpanel';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

interface Search { readonly id: string; readonly user: string; readonly query: Plaintext<string>; readonly hits: number; readonly took: number; readonly cached: boolean }

const otel = trace.getTracer('search');
const searches = metrics.getMeter('search').createCounter('searches');
const latency = metrics.getMeter('search').createHistogram('latency');
export async function spans(search: Search): Promise<void> {
  await otel.startActiveSpan('search', { attributes: { hits: search.hits } }, async (span: Span) => {
    span.setAttribute('search.id', search.id);
    span.setAttribute('search.query', search.query); // $ Alert[no-plaintext-to-telemetry]
    span.setAttributes({ hits: search.hits, cached: search.cached });
    span.addEvent('found', { query: search.query }); // $ Alert[no-plaintext-to-telemetry]
    span.setStatus({ code: SpanStatusCode.ERROR, message: search.query }); // $ Alert[no-plaintext-to-telemetry]
    span.recordException(new Error(`no hits for ${search.query}`)); // $ Alert[no-plaintext-to-telemetry]
    span.recordException(new Error(`no hits for ${search.id}`));
    span.updateName(`search ${search.query}`); // $ Alert[no-plaintext-to-telemetry]
    span.end();
  });
  otel.startSpan('search', { attributes: { query: search.query } }).end(); // $ Alert[no-plaintext-to-telemetry]
  searches.add(1, { cached: search.cached });
  searches.add(1, { query: search.query }); // $ Alert[no-plaintext-to-telemetry]
  latency.record(search.took);
  trace.getActiveSpan()?.setAttribute('q', search.query); // $ Alert[no-plaintext-to-telemetry]
  const baggage = propagation.createBaggage({ user: { value: search.user } });
  propagation.setBaggage(context.active(), baggage.setEntry('query', { value: search.query })); // $ Alert[no-plaintext-to-telemetry]
  logs.getLogger('search').emit({ severityNumber: SeverityNumber.INFO, body: 'found', attributes: { hits: search.hits } });
  logs.getLogger('search').emit({ severityNumber: SeverityNumber.INFO, body: search.query }); // $ Alert[no-plaintext-to-telemetry]
}

tracer.init({ service: 'search' });
const stats = new StatsD({ prefix: 'search.' });
export function datadog(search: Search): void {
  tracer.trace('search', { resource: 'search', tags: { hits: search.hits } }, (span) => {
    span?.setTag('query', search.query); // $ Alert[no-plaintext-to-telemetry]
    span?.setTag('id', search.id);
    span?.addTags({ query: search.query }); // $ Alert[no-plaintext-to-telemetry]
  });
  tracer.startSpan('search', { tags: { query: search.query } }); // $ Alert[no-plaintext-to-telemetry]
  tracer.scope().active()?.setTag('query', search.query); // $ Alert[no-plaintext-to-telemetry]
  tracer.dogstatsd.increment('searches', 1, { query: search.query }); // $ Alert[no-plaintext-to-telemetry]
  stats.increment('searches', 1, [`query:${search.query}`]); // $ Alert[no-plaintext-to-telemetry]
  stats.timing('took', search.took, { cached: String(search.cached) });
  stats.event('odd search', search.query); // $ Alert[no-plaintext-to-telemetry]
}

export function relic(search: Search): void {
  newrelic.addCustomAttribute('query', search.query); // $ Alert[no-plaintext-to-telemetry]
  newrelic.addCustomAttributes({ hits: search.hits });
  newrelic.recordCustomEvent('Search', { query: search.query }); // $ Alert[no-plaintext-to-telemetry]
  newrelic.noticeError(new Error(search.query)); // $ Alert[no-plaintext-to-telemetry]
  newrelic.setTransactionName(`search/${search.id}`);
  newrelic.recordMetric('took', search.took);
  newrelic.startSegment('search', true, () => search.hits);
}

Sentry.init({ dsn: 'x', beforeSend: (event) => { delete event.request; return event; } });
export function sentry(search: Search): void {
  Sentry.captureMessage(`odd query ${search.query}`); // $ Alert[no-plaintext-to-telemetry]
  Sentry.captureException(new Error('odd'), { extra: { query: search.query } }); // $ Alert[no-plaintext-to-telemetry]
  Sentry.captureException(new Error('odd'), { tags: { cached: search.cached } });
  Sentry.setTag('query', search.query); // $ Alert[no-plaintext-to-telemetry]
  Sentry.setUser({ id: search.user });
  Sentry.addBreadcrumb({ category: 'search', message: search.query }); // $ Alert[no-plaintext-to-telemetry]
  Sentry.addBreadcrumb({ category: 'search', data: { hits: search.hits } });
  Sentry.withScope((scope) => {
    scope.setExtra('query', search.query); // $ Alert[no-plaintext-to-telemetry]
    scope.setContext('search', { id: search.id, hits: search.hits });
    Sentry.captureMessage('odd');
  });
  Sentry.startSpan({ name: 'search', attributes: { query: search.query } }, () => search.hits); // $ Alert[no-plaintext-to-telemetry]
  Sentry.logger.info('found', { query: search.query }); // $ Alert[no-plaintext-to-telemetry]
}

const registry = new Registry();
const total = new Counter({ name: 'searches_total', help: 'All searches', labelNames: ['query', 'cached'], registers: [registry] });
const took = new Histogram({ name: 'took', help: 'Took', labelNames: ['query'] });
export function prometheus(search: Search): void {
  total.inc({ cached: String(search.cached) });
  total.inc({ query: search.query }); // $ Alert[no-plaintext-to-telemetry]
  total.labels(search.query, 'yes').inc(); // $ Alert[no-plaintext-to-telemetry]
  took.observe(search.took);
  took.startTimer({ query: search.query })(); // $ Alert[no-plaintext-to-telemetry]
  new Gauge({ name: 'hits', help: 'Hits' }).set(search.hits);
}

export function trackers(search: Search): void {
  Bugsnag.notify(new Error('odd'), (event) => {
    event.addMetadata('search', { query: search.query }); // $ Alert[no-plaintext-to-telemetry]
    event.addMetadata('search', { hits: search.hits });
  });
  new Rollbar({ accessToken: 'x' }).error('odd', { query: search.query }); // $ Alert[no-plaintext-to-telemetry]
  const posthog = new PostHog('x');
  posthog.capture({ distinctId: search.user, event: 'search', properties: { query: search.query } }); // $ Alert[no-plaintext-to-telemetry]
  posthog.capture({ distinctId: search.user, event: 'search', properties: { hits: search.hits } });
  new Analytics({ writeKey: 'x' }).track({ userId: search.user, event: 'search', properties: { query: search.query } }); // $ Alert[no-plaintext-to-telemetry]
  Mixpanel.init('x').track('search', { distinct_id: search.user, query: search.query }); // $ Alert[no-plaintext-to-telemetry]
  Mixpanel.init('x').people.increment(search.user, 'searches', search.hits);
}
