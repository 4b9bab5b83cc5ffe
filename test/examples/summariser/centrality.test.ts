import { describe, expect, test } from 'vitest';
import { centralitiesOf } from '../../../examples/summariser/ranking/centrality.ts';

const star = [
  [0, 1, 1, 1],
  [1, 0, 0, 0],
  [1, 0, 0, 0],
  [1, 0, 0, 0],
];

describe('how central sentences are', () => {
  test('puts the middle of a star first and its ends level', () => {
    const [middle = 0, ...ends] = centralitiesOf(star);
    expect(ends).toEqual([ends[0], ends[0], ends[0]]);
    expect(middle).toBeGreaterThan(2 * (ends[0] ?? 1));
  });

  test('solves the equations of PageRank', () => {
    const ranks = centralitiesOf(star);
    const [middle = 0, end = 0] = ranks;
    expect(middle).toBeCloseTo(0.15 / 4 + 0.85 * 3 * end, 4);
    expect(end).toBeCloseTo(0.15 / 4 + (0.85 * middle) / 3, 4);
  });

  test.each([
    { what: 'a star', rows: star },
    {
      what: 'sentences with nothing in common',
      rows: [
        [0, 0],
        [0, 0],
      ],
    },
    {
      what: 'a pair and one that stands alone',
      rows: [
        [0, 1, 0],
        [1, 0, 0],
        [0, 0, 0],
      ],
    },
  ])('is 1 in sum for $what', ({ rows }) => {
    expect(centralitiesOf(rows).reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 12);
  });

  test('leaves a sentence that is like none at the bottom', () => {
    const [left = 0, , alone = 1] = centralitiesOf([
      [0, 0.2, 0],
      [0.2, 0, 0],
      [0, 0, 0],
    ]);
    expect(alone).toBeLessThan(left);
  });

  test('is nothing for nothing', () => {
    expect(centralitiesOf([])).toEqual([]);
  });
});
