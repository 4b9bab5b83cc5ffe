import { describe, expect, test } from 'vitest';
import { createWorklist } from '../../engine/worklist.ts';

describe('a worklist', () => {
  const rankOf = (unit: number): number => Math.floor(unit / 10);

  test('gives units by rank, and those of one rank in the order in which they came', () => {
    const worklist = createWorklist(rankOf);
    for (const unit of [31, 12, 55, 11, 3, 40, 13, 2]) worklist.add(unit);
    expect(Array.from({ length: 9 }, () => worklist.take())).toEqual([
      3,
      2,
      12,
      11,
      13,
      31,
      40,
      55,
      undefined,
    ]);
  });

  test('gives a unit once, however often it was added, and again when it is added again', () => {
    const worklist = createWorklist(rankOf);
    worklist.add(7);
    worklist.add(7);
    expect([worklist.take(), worklist.take()]).toEqual([7, undefined]);
    worklist.add(7);
    expect(worklist.take()).toBe(7);
  });

  test('does not give what was deleted', () => {
    const worklist = createWorklist(rankOf);
    worklist.add(1);
    worklist.add(22);
    expect(worklist.delete(1)).toBe(true);
    expect([worklist.take(), worklist.take()]).toEqual([22, undefined]);
  });
});
