/** Chooses the sentences that stand for the others. */
import type { Similarities } from './similarity.ts';

/** Two sentences that are more alike than this say the same. */
const repetition = 0.6;

/**
 * The positions of at most `most` sentences, best first, none of which repeats another. Ties go to the earlier one. A
 * sentence without a score stands for nothing, unless that is all there is.
 */
export function choose(
  scores: readonly number[],
  similarities: Similarities,
  most: number,
): readonly number[] {
  const isScored = scores.some((score) => score > 0);
  const order = scores
    .map((score, position) => ({ score, position }))
    .filter(({ score }) => score > 0 || !isScored)
    .sort((left, right) => right.score - left.score || left.position - right.position);
  const chosen: number[] = [];
  for (const { position } of order) {
    if (chosen.length === most) break;
    if (chosen.every((other) => (similarities[position]?.[other] ?? 0) <= repetition)) chosen.push(position);
  }
  return chosen;
}
