/** Ranks sentences by how often their words occur in the whole conversation. */
import type { ChatMessage } from '../models/message.ts';
import type { RankedSentence } from '../models/summary.ts';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

export function rank(messages: readonly ChatMessage[]): readonly RankedSentence[] {
  const sentences = messages.flatMap((message) => splitSentences(message.text));
  const counts = countWords(sentences);
  return sentences
    .map((text, position) => ({ text, position, score: scoreOf(text, counts) }))
    .sort((left, right) => right.score - left.score || left.position - right.position);
}

function splitSentences(text: Plaintext<string>): readonly Plaintext<string>[] {
  const sentences = text.split(/(?<=[.!?])\s+/);
  return sentences.filter((sentence) => sentence !== '').map((sentence) => sentence as Plaintext<string>);
}

function countWords(sentences: readonly Plaintext<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of sentences.flatMap(wordsOf)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function scoreOf(sentence: Plaintext<string>, counts: ReadonlyMap<string, number>): number {
  const words = wordsOf(sentence);
  const total = words.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
  return words.length === 0 ? 0 : total / words.length;
}

function wordsOf(sentence: Plaintext<string>): readonly string[] {
  return sentence.toLowerCase().match(/\p{Letter}+/gu) ?? [];
}
