/** Closed domains: every value is in the list, everything else is not. */
import { describe, expect, it } from 'vitest';
import { bucket, count, duration, flag, oneOf } from '../../../runtime/index.ts';

describe('a field', () => {
  it.each([
    ['oneOf', oneOf('ok', 'refused'), 'refused', 'refused'],
    ['flag', flag(), true, true],
    ['count', count(3), 3, 3],
    ['bucket, on a bound', bucket([1, 5]), 5, '<=5'],
    ['bucket, below the first bound', bucket([1, 5]), -3, '<=1'],
    ['bucket, above the last bound', bucket([1, 5]), 6, '>5'],
    ['bucket, at infinity', bucket([1, 5]), Infinity, '>5'],
    ['duration', duration([100, 1000]), 250.5, '<=1000ms'],
  ])('of kind %s finds the place of a value', (_, field, given, leaf) => {
    expect(field.values[field.find(given) ?? -1]).toBe(leaf);
  });

  it.each([
    ['oneOf', oneOf('ok'), ['no', 7, null, undefined, ['ok'], { toString: () => 'ok' }]],
    ['flag', flag(), ['true', 1, 0, null]],
    ['count', count(3), [-1, 4, 1.5, NaN, '2', null]],
    ['bucket', bucket([1]), [NaN, '1', null, undefined, {}, 1n]],
  ])('of kind %s finds no place for anything else', (_, field, given) => {
    expect(given.map((value: unknown) => field.find(value))).toEqual(given.map(() => undefined));
  });

  it.each([
    ['no texts', () => oneOf()],
    ['a text twice', () => oneOf('ok', 'ok')],
    ['no bounds', () => bucket([])],
    ['falling bounds', () => bucket([5, 1])],
    ['a bound that is not a number', () => duration([NaN])],
    ['a count without an end', () => count(Infinity)],
    ['a count above 1,023', () => count(1024)],
  ])('with %s is refused where it is declared', (_, declare) => {
    expect(declare).toThrow(TypeError);
  });
});
