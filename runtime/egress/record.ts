/**
 * An egress record between session process and broker: the place of the event, then the place of each field's value,
 * two bytes each. A text cannot be written in it.
 */
import { concat, integer } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import type { EventDeclaration, EventDeclarations } from './events.ts';
import type { Recorder } from './shapes.ts';

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

function rejected(): StatelessError {
  return new StatelessError('ERR_EGRESS_REJECTED');
}
