/** Fields with closed domains: the list of all values is known before any session runs. */

/** A value of a domain, as sinks see it. */
export type Leaf = string | number | boolean;

/** A field: all its values, and the place of a handler's value among them (undefined when it has none). */
export interface Field<Value> {
  readonly values: readonly Leaf[];
  readonly find: (value: unknown) => number | undefined;
  /** For the compiler alone: what a handler may give. */
  readonly given?: Value;
}

const maxValues = 1024;

/**
 * One of a fixed list of texts.
 *
 * @param texts at least one, all different
 */
export function oneOf<const Text extends string>(...texts: readonly Text[]): Field<Text> {
  if (texts.some((text) => typeof text !== 'string')) throw new TypeError('oneOf takes texts');
  return listed(texts);
}

/** True or false. */
export function flag(): Field<boolean> {
  return listed([false, true]);
}

/**
 * A whole number from 0 to `max`.
 *
 * @param max at most 1,023
 */
export function count(max: number): Field<number> {
  if (!Number.isInteger(max) || max < 1 || max >= maxValues) throw new TypeError('count takes 1 to 1023');
  return listed(Array.from({ length: max + 1 }, (_, value) => value));
}

/**
 * A number, of which only the bucket leaves: at most the first bound, at most the second, ..., above the last.
 *
 * @param bounds ascending
 */
export function bucket(bounds: readonly number[]): Field<number> {
  return bucketed(bounds, '');
}

/**
 * Milliseconds, of which only the bucket leaves.
 *
 * @param bounds ascending, in milliseconds
 */
export function duration(bounds: readonly number[]): Field<number> {
  return bucketed(bounds, 'ms');
}

function listed<Value extends Leaf>(values: readonly Value[]): Field<Value> {
  const all: readonly unknown[] = values;
  return field(values, (value) => all.indexOf(value));
}

function bucketed(bounds: readonly number[], unit: string): Field<number> {
  const last = bounds.at(-1);
  if (last === undefined || bounds.some((bound, index) => !(bound > (bounds[index - 1] ?? -Infinity))))
    throw new TypeError('bounds must be ascending numbers');
  const values = [...bounds.map((bound) => `<=${bound}${unit}`), `>${last}${unit}`];
  return field(values, (value) => {
    if (typeof value !== 'number' || Number.isNaN(value)) return -1;
    const index = bounds.findIndex((bound) => value <= bound);
    return index < 0 ? bounds.length : index;
  });
}

function field<Value>(values: readonly Leaf[], indexOf: (value: unknown) => number): Field<Value> {
  if (values.length < 1 || values.length > maxValues || new Set(values).size !== values.length)
    throw new TypeError(`a domain has 1 to ${maxValues} different values`);
  const find = (value: unknown): number | undefined => {
    const index = indexOf(value);
    return index < 0 ? undefined : index;
  };
  return { values: [...values], find };
}
