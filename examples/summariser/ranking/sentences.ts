/** Cuts messages into sentences. A sentence never reaches over two messages. */
import type { Plaintext } from 'stateless-runtime';
import { plaintext } from 'stateless-runtime';
import type { ChatMessage } from '../chat.ts';

export interface Sentence {
  readonly author: Plaintext<string>;
  readonly text: Plaintext<string>;
}

export function sentencesOf(messages: readonly ChatMessage[]): readonly Sentence[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return messages.flatMap(({ author, text }) =>
    Array.from(segmenter.segment(text), ({ segment }) => ({
      author,
      text: plaintext(segment.trim()),
    })).filter((sentence) => sentence.text !== ''),
  );
}
