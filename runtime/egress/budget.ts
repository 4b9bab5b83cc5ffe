/**
 * The leak budget: an upper bound, in bits, of what an observer of the broker can learn from one session. Timing is
 * outside of it.
 */
import type { EventShape, Observable } from './shapes.ts';

/** Bits of a whole session: events, outcome, response size, and the calls of upstreams. */
export function sessionBits(observable: Observable): number {
  const { events, publicErrors, sizeClasses, maxChunks } = observable;
  const response = maxChunks === 0 ? Math.log2(sizeClasses) : 0;
  return eventsBits(events) + Math.log2(publicErrors + 2) + response + exchangeBits(observable);
}

// Chunks of a stream and calls of upstreams come in any order, each with one of its sizes.
function exchangeBits({ sizeClasses, maxChunks, uses }: Observable): number {
  const calls = uses.reduce((total, { maxCalls }) => total + maxCalls, 0);
  const sizes = uses.reduce((total, use) => total + use.sizes.length, maxChunks === 0 ? 0 : sizeClasses);
  return sizes === 0 ? 0 : repeatedBits(maxChunks + calls, Math.log2(sizes));
}

/** Bits of the declared events alone. */
export function eventsBits(events: readonly EventShape[]): number {
  return events.reduce((bits, event) => bits + eventBits(event), 0);
}

function eventBits({ max, fields }: EventShape): number {
  return repeatedBits(
    max,
    fields.reduce((bits, { values }) => bits + Math.log2(values.length), 0),
  );
}

// log2 of the sum of D^k for k = 0..max, log2 D given; taken as a logarithm of D^max times a geometric sum, so that a
// large budget is a large number and never infinity
function repeatedBits(max: number, domain: number): number {
  const ratio = 2 ** -domain;
  return max * domain + Math.log2(ratio === 1 ? max + 1 : (1 - ratio ** (max + 1)) / (1 - ratio));
}
