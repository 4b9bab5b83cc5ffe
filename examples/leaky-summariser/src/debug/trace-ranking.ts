/** What the ranking decided, for `DEBUG=summariser:*`. */
import createDebug from 'debug';
import type { RankedSentence } from '../models/summary.ts';

const trace = createDebug('summariser:rank');

export function traceRanking(sentences: readonly RankedSentence[]): void {
  const scores = sentences.map((sentence) => sentence.score);
  trace('ranked %d sentences', sentences.length); // look-alike: a count
  trace('scores %o', scores); // look-alike: numbers made from counts
  trace('order: %s', sentences.map((sentence) => sentence.text).join(' | ')); // $ Alert[no-plaintext-to-log]
}
