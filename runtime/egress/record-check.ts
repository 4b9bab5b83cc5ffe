/** The broker's side of egress records: every one is read by what was declared, or its sender is stopped. */
import type { Leaf } from './fields.ts';
import type { EgressRecord, EventShape } from './shapes.ts';

/** Bytes of the longest record of these events. */
export function maxRecordLength(events: readonly EventShape[]): number {
  return events.reduce((longest, { fields }) => Math.max(longest, 2 + 2 * fields.length), 0);
}

/** The broker's check, from the description alone: every record in its domain, in order, not too many of one event. */
export class RecordCheck {
  readonly #events: readonly EventShape[];
  #event = 0;
  #occurrences = 0;

  constructor(events: readonly EventShape[]) {
    this.#events = events;
  }

  /** The record in words, or undefined when it is not what was declared. */
  read(bytes: Uint8Array): EgressRecord | undefined {
    const index = placeAt(bytes, 0);
    const event = this.#events[index];
    if (event === undefined || bytes.length !== 2 + 2 * event.fields.length || index < this.#event)
      return undefined;
    this.#occurrences = index === this.#event ? this.#occurrences + 1 : 1;
    this.#event = index;
    if (this.#occurrences > event.max) return undefined;
    return decode(event, bytes);
  }
}

function decode(event: EventShape, bytes: Uint8Array): EgressRecord | undefined {
  const fields: Record<string, Leaf> = {};
  for (const [index, { name, values }] of event.fields.entries()) {
    const value = values[placeAt(bytes, 2 + 2 * index)];
    if (value === undefined) return undefined;
    fields[name] = value;
  }
  return { event: event.name, fields };
}

// A place is two bytes, big-endian; one that is not there is none of the declared ones either.
function placeAt(bytes: Uint8Array, offset: number): number {
  return (bytes[offset] ?? 256) * 256 + (bytes[offset + 1] ?? 0);
}
