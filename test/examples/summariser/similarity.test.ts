import { plaintext } from 'stateless-runtime';
import { describe, expect, test } from 'vitest';
import { similaritiesOf } from '../../../examples/summariser/ranking/similarity.ts';
import { wordCounter } from '../../../examples/summariser/ranking/words.ts';

function between(...texts: readonly string[]): readonly (readonly number[])[] {
  return similaritiesOf(texts.map((text) => wordCounter()(plaintext(text))));
}

describe('how alike sentences are', () => {
  test('is 1 for the same words in another order, and 0 for no word in common', () => {
    const [[, same, none] = []] = between('test upload', 'upload test', 'dark mode');
    expect(same).toBeCloseTo(1, 12);
    expect(none).toBe(0);
  });

  test('is the same in both directions', () => {
    const rows = between('the upload test fails', 'run the test', 'the icons');
    expect(rows.map((_, column) => rows.map((row) => row[column]))).toEqual(rows);
  });

  test('grows more by a rare word in common than by one that most sentences have', () => {
    const rows = between('the timeout grows', 'the timeout', 'the icons', 'the colours');
    expect(rows[0]?.[1]).toBeGreaterThan((rows[0]?.[2] ?? 1) * 2);
  });

  test('is 0 for a sentence without a word', () => {
    expect(between('🎉', 'merged')).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});
