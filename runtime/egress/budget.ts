/**
 * The leak budget: an upper bound, in bits, of what an observer of the broker can learn from one session. Timing is
 * outside of it.
 */
import { aroundChunks } from '../wire/bounds.ts';
import type { EventShape, Observable } from './shapes.ts';

/**
 * Bits of a whole session: events, outcome, response size, and the calls of upstreams. That a session missed its
 * deadline is timing.
 */
export function sessionBits(observable: Observable): number {
  const { events, publicErrors, sizeClasses, maxChunks } = observable;
  const response = maxChunks === 0 ? Math.log2(sizeClasses) : 0;
  return eventsBits(events) + Math.log2(publicErrors + 2) + response + exchangeBits(observable);
}

// Chunks of a stream and calls of upstreams come in any order, each with one of its sizes; so do questions for the next
// frame of an upstream's stream, which have none, and the word in place of the next one that lets go of it.
function exchangeBits({ sizeClasses, maxChunks, uses }: Observable): number {
  const frames = uses.map((use) => (use.maxChunks === 0 ? 0 : use.maxChunks + aroundChunks));
  const turns = uses.map(({ maxCalls }, place) => maxCalls * (1 + (frames[place] ?? 0)));
  const kinds = uses.map(({ sizes }, place) => sizes.length + Math.min(2, frames[place] ?? 0));
  const all = sum(kinds) + (maxChunks === 0 ? 0 : sizeClasses);
  return all === 0 ? 0 : repeatedBits(maxChunks + sum(turns), Math.log2(all));
}

/** Bits of the declared events alone. */
export function eventsBits(events: readonly EventShape[]): number {
  return sum(events.map(eventBits));
}

function eventBits({ max, fields }: EventShape): number {
  return repeatedBits(max, sum(fields.map(({ values }) => Math.log2(values.length))));
}

// log2 of the sum of D^k for k = 0..max, log2 D given; taken as a logarithm of D^max times a geometric sum, so that a
// large budget is a large number and never infinity
function repeatedBits(max: number, domain: number): number {
  const ratio = 2 ** -domain;
  return max * domain + Math.log2(ratio === 1 ? max + 1 : (1 - ratio ** (max + 1)) / (1 - ratio));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
