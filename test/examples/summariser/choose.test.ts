import { describe, expect, test } from 'vitest';
import { choose } from '../../../examples/summariser/ranking/choose.ts';

function unlike(size: number): readonly (readonly number[])[] {
  return Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
}

describe('choosing sentences', () => {
  test('takes the best first, and the earlier of two that are level', () => {
    expect(choose([0.2, 0.5, 0.2, 0.1], unlike(4), 3)).toEqual([1, 0, 2]);
  });

  test('passes over a sentence that says again what a better one says', () => {
    const rows = [
      [0, 0.9, 0],
      [0.9, 0, 0],
      [0, 0, 0],
    ];
    expect(choose([0.5, 0.4, 0.1], rows, 2)).toEqual([0, 2]);
  });

  test('passes over what has no score, as long as anything has one', () => {
    expect(choose([0, 0.3, 0], unlike(3), 2)).toEqual([1]);
    expect(choose([0, 0, 0], unlike(3), 2)).toEqual([0, 1]);
  });
});
