/** The sentences that the rest of a chat is most like: what the model answers. */
import type { Plaintext } from 'stateless-runtime';
import { centralitiesOf } from './centrality.ts';
import { choose } from './choose.ts';
import type { Similarities } from './similarity.ts';
import { similaritiesOf } from './similarity.ts';
import type { WordCounts } from './words.ts';
import { wordCounter } from './words.ts';

const mostChosen = 5;

/** Their positions, best first. */
export function mostCentral(sentences: readonly Plaintext<string>[]): readonly number[] {
  const words = sentences.map(wordCounter());
  const similarities = similaritiesOf(words);
  return choose(scoresOf(words, similarities), similarities, summaryLength(sentences.length));
}

/** Sentences that say more count more: `Thanks!` is central in many chats. One without a word counts nothing. */
function scoresOf(words: readonly WordCounts[], similarities: Similarities): readonly number[] {
  const centralities = centralitiesOf(similarities);
  return words.map((counts, position) => (centralities[position] ?? 0) * Math.log2(1 + counts.size));
}

/** About the square root: 1 of 1, 2 of 4, 3 of 9, and never more than fit on one screen. */
function summaryLength(sentences: number): number {
  return Math.min(mostChosen, Math.round(Math.sqrt(sentences)));
}
