import { describe, expect, test } from 'vitest';
import { logSlope, spreadOf } from '../../bench/lint/statistics.ts';

describe('the statistics of the benchmarks', () => {
  test('a spread is the median with its quartiles', () => {
    expect(spreadOf([4, 1, 3, 2, 5])).toEqual({ low: 2, median: 3, high: 4 });
    expect(spreadOf([1, 2])).toEqual({ low: 1.25, median: 1.5, high: 1.75 });
  });

  test('what grows as the square of its size has the slope 2, what grows with it 1', () => {
    const sizes = [10, 100, 1_000];
    expect(logSlope(sizes.map((size) => [size, size ** 2]))).toBeCloseTo(2);
    expect(logSlope(sizes.map((size) => [size, 3 * size]))).toBeCloseTo(1);
  });
});
