/** An extractive summary: the sentences that the rest of the chat is most like, in the order in which they were said. */
import type { Plaintext } from 'stateless-runtime';
import { plaintext } from 'stateless-runtime';
import type { ChatMessage } from '../chat.ts';
import type { Sentence } from './sentences.ts';
import { sentencesOf } from './sentences.ts';

/** Says which sentences stand for the others, by their positions. */
export type Rank = (sentences: Plaintext<string>[]) => Promise<readonly number[]>;

/** The work grows with the square of the sentences; of a longer chat its end counts. */
const mostRanked = 400;

/** One line a sentence, `author: sentence`. A chat without a sentence gives an empty text. */
export async function summarise(messages: readonly ChatMessage[], rank: Rank): Promise<Plaintext<string>> {
  const sentences = sentencesOf(messages).slice(-mostRanked);
  const positions = await rank(sentences.map(({ text }) => text));
  return plaintext(linesAt(sentences, positions).join('\n'));
}

function linesAt(sentences: readonly Sentence[], positions: readonly number[]): readonly Plaintext<string>[] {
  const isChosen = new Set(positions);
  return sentences
    .filter((_, position) => isChosen.has(position))
    .map(({ author, text }) => plaintext(`${author}: ${text}`));
}
