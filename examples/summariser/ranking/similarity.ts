/** How alike sentences are: the cosine of their words' weights, where a word counts less the more sentences have it. */
import type { Plaintext } from 'stateless-runtime';
import type { WordCounts } from './words.ts';

/** Row `i`, column `j`: how alike sentences `i` and `j` are, from 0 to 1. Symmetric, with zeros on the diagonal. */
export type Similarities = readonly (readonly number[])[];

type Weights = ReadonlyMap<Plaintext<string>, number>;

export function similaritiesOf(sentences: readonly WordCounts[]): Similarities {
  const spread = countSentencesByWord(sentences);
  const vectors = sentences.map((counts) => unitVector(counts, spread, sentences.length));
  return vectors.map((left, row) =>
    vectors.map((right, column) => (row === column ? 0 : product(left, right))),
  );
}

function countSentencesByWord(sentences: readonly WordCounts[]): WordCounts {
  const spread = new Map<Plaintext<string>, number>();
  for (const counts of sentences) {
    for (const word of counts.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
  }
  return spread;
}

/** Weights of length 1 together. Instead of a list of stop words, which no two languages share, rarity weighs. */
function unitVector(counts: WordCounts, spread: WordCounts, sentences: number): Weights {
  const weights = [...counts].map(
    ([word, count]) => [word, count * Math.log(1 + sentences / (spread.get(word) ?? 1))] as const,
  );
  const length = Math.hypot(...weights.map(([, weight]) => weight));
  return new Map(weights.map(([word, weight]) => [word, weight / length]));
}

function product(left: Weights, right: Weights): number {
  if (left.size > right.size) return product(right, left);
  let sum = 0;
  for (const [word, weight] of left) sum += weight * (right.get(word) ?? 0);
  return sum;
}
