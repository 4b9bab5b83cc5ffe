/**
 * An egress record between session process and broker: the place of the event, then the place of each field's value,
 * two bytes each. A text cannot be written in it.
 */
import { concat, integer, readInteger } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import type { EventShape } from './shapes.ts';
import type { EventDeclaration, EventDeclarations } from './events.ts';
import type { Leaf } from './fields.ts';
import type { EgressRecord, Recorder } from './shapes.ts';

/**
 * A recorder for the declared events.
 *
 * `emit` throws `ERR_EGRESS_REJECTED` for an event, a field or a value that is not declared.
 */
export function createRecorder(events: EventDeclarations): Recorder {
  const slots = Object.entries(events).map(([name, event]) => ({ name, event, records: [] as Bytes[] }));
  return {
    emit(name, values) {
      const index = slots.findIndex((slot) => slot.name === name);
      const slot = slots[index];
      if (slot === undefined || slot.records.length >= slot.event.max) throw rejected();
      slot.records.push(encode(index, slot.event, values));
    },
    records: () => slots.flatMap((slot) => slot.records),
  };
}

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
    const index = readInteger(bytes, 0, 2);
    const event = this.#events[index];
    if (event === undefined || bytes.length !== 2 + 2 * event.fields.length || index < this.#event)
      return undefined;
    this.#occurrences = index === this.#event ? this.#occurrences + 1 : 1;
    this.#event = index;
    if (this.#occurrences > event.max) return undefined;
    return decode(event, bytes);
  }
}

function encode(index: number, event: EventDeclaration, values: object): Bytes {
  const given: Readonly<Record<string, unknown>> = { ...values };
  if (Object.keys(given).length !== Object.keys(event.fields).length) throw rejected();
  const places = Object.entries(event.fields).map(([name, field]) => {
    const place = Object.hasOwn(given, name) ? field.find(given[name]) : undefined;
    if (place === undefined) throw rejected();
    return integer(place, 2);
  });
  return concat(integer(index, 2), ...places);
}

function decode(event: EventShape, bytes: Uint8Array): EgressRecord | undefined {
  const fields: Record<string, Leaf> = {};
  for (const [index, { name, values }] of event.fields.entries()) {
    const value = values[readInteger(bytes, 2 + 2 * index, 2)];
    if (value === undefined) return undefined;
    fields[name] = value;
  }
  return { event: event.name, fields };
}

function rejected(): StatelessError {
  return new StatelessError('ERR_EGRESS_REJECTED');
}
