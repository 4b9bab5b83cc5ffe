/** Numbers that a seed decides (mulberry32): a run that found something can be run again. */
import type { Bytes } from '../../runtime/bytes.ts';

/** The next number below a bound. */
export type Random = (below: number) => number;

/** A stream of numbers. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** So many bytes. */
export function noise(random: Random, length: number): Bytes {
  return Uint8Array.from({ length }, () => random(256));
}

/** One of a list, which is not empty. */
export function oneOf<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[random(items.length)];
  if (item === undefined) throw new TypeError('there is something to choose from');
  return item;
}
