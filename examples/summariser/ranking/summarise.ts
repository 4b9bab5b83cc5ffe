/** An extractive summary: the sentences that the rest of the chat is most like, in the order in which they were said. */
import type { Plaintext } from 'stateless-runtime';
import { plaintext } from 'stateless-runtime';
import type { ChatMessage } from '../chat.ts';
import { centralitiesOf } from './centrality.ts';
import { choose } from './choose.ts';
import type { Sentence } from './sentences.ts';
import { sentencesOf } from './sentences.ts';
import type { Similarities } from './similarity.ts';
import { similaritiesOf } from './similarity.ts';
import type { WordCounts } from './words.ts';
import { wordCounter } from './words.ts';

/** The work grows with the square of the sentences; of a longer chat its end counts. */
const mostRanked = 400;
const mostChosen = 5;

/** One line a sentence, `author: sentence`. A chat without a sentence gives an empty text. */
export function summarise(messages: readonly ChatMessage[]): Plaintext<string> {
  const sentences = sentencesOf(messages).slice(-mostRanked);
  const words = sentences.map(({ text }) => text).map(wordCounter());
  const similarities = similaritiesOf(words);
  const scores = scoresOf(words, similarities);
  const positions = choose(scores, similarities, summaryLength(sentences.length));
  return plaintext(linesAt(sentences, positions).join('\n'));
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

function linesAt(sentences: readonly Sentence[], positions: readonly number[]): readonly Plaintext<string>[] {
  const isChosen = new Set(positions);
  return sentences
    .filter((_, position) => isChosen.has(position))
    .map(({ author, text }) => plaintext(`${author}: ${text}`));
}
