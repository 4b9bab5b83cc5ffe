/** `egress`: the events that a processor may emit, with a budget that is checked when it is declared. */
import { StatelessError } from '../error.ts';
import { eventsBits } from './budget.ts';
import type { EventShape } from './shapes.ts';
import type { Field } from './fields.ts';

/** An event: how often it may occur in a session, and its fields. */
export interface EventDeclaration {
  readonly max: number;
  readonly fields: Readonly<Record<string, Field<unknown>>>;
}

/** Events by name, in the order in which they leave. */
export type EventDeclarations = Readonly<Record<string, EventDeclaration>>;

/** The values that a handler gives to an event. */
export type EventValues<Event extends EventDeclaration> = {
  readonly [Name in keyof Event['fields']]: Event['fields'][Name] extends Field<infer Value> ? Value : never;
};

/** Declared events and their budget. */
export interface Egress<Events extends EventDeclarations> {
  readonly events: Events;
  readonly maxBits: number;
}

const namePattern = /^[a-z][a-zA-Z0-9-]{0,63}$/;
const maxOccurrences = 1000;
const maxNames = 64;

/**
 * Declares what may leave a session in the clear.
 *
 * @param events by name: `max` occurrences a session, `fields` with closed domains
 * @param budget `maxBits`: the most that a session of this processor may tell an observer of the broker
 * @throws StatelessError `ERR_EGRESS_BUDGET` when the events alone are above it; TypeError naming a bad event
 */
export function egress<const Events extends EventDeclarations>(
  events: Events,
  budget: { readonly maxBits: number },
): Egress<Events> {
  const shapes = eventShapes(events);
  checkNames('egress', Object.keys(events));
  for (const { name, max, fields } of shapes) {
    checkNames(
      `egress.${name}`,
      fields.map((field) => field.name),
    );
    if (!Number.isInteger(max) || max < 1 || max > maxOccurrences)
      throw new TypeError(`egress.${name}.max must be a whole number from 1 to ${maxOccurrences}`);
  }
  if (!(budget.maxBits >= 0)) throw new TypeError('egress maxBits must be a number of bits');
  requireBudget(eventsBits(shapes), budget.maxBits);
  return { events, maxBits: budget.maxBits };
}

/**
 * Refuses what can carry more than it may.
 *
 * @throws StatelessError `ERR_EGRESS_BUDGET` with both numbers of bits
 */
export function requireBudget(bits: number, maxBits: number): void {
  if (bits > maxBits) throw new StatelessError('ERR_EGRESS_BUDGET', `${bits.toFixed(4)} of ${maxBits} bits`);
}

/** The declared events as plain data. */
export function eventShapes(events: EventDeclarations): EventShape[] {
  return Object.entries(events).map(([name, { max, fields }]) => ({
    name,
    max,
    fields: Object.entries(fields).map(([fieldName, { values }]) => ({ name: fieldName, values })),
  }));
}

function checkNames(where: string, names: readonly string[]): void {
  if (names.length > maxNames) throw new TypeError(`${where} has more than ${maxNames} names`);
  for (const name of names)
    if (!namePattern.test(name))
      throw new TypeError(`${where}.${name} is not a name (${namePattern.source})`);
}
