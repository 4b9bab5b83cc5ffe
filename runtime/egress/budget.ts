/**
 * The leak budget: an upper bound, in bits, of what an observer of the broker can learn from one session. Timing is
 * outside of it.
 */
import type { EventShape, Observable } from './shapes.ts';

/** Bits of a whole session: events, outcome and response size. */
export function sessionBits(observable: Observable): number {
  const { events, publicErrors, sizeClasses, maxChunks } = observable;
  const response = Math.log2(sizeClasses);
  const sizes = maxChunks === 0 ? response : repeatedBits(maxChunks, response);
  return eventsBits(events) + Math.log2(publicErrors + 2) + sizes;
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

// log2 of the sum of D^k for k = 0..max, log2 D given; taken as a logarithm of D^max times a sum of at most 1s, so
// that a large budget is a large number and never infinity
function repeatedBits(max: number, domain: number): number {
  let tail = 0;
  for (let missing = 0; missing <= max; missing += 1) tail += 2 ** (-missing * domain);
  return max * domain + Math.log2(tail);
}
