/** The words of a sentence in one form: composed, lower case, without marks and emoji. */
import type { Plaintext } from 'stateless-runtime';
import { plaintext } from 'stateless-runtime';

/** How often each word occurs in a sentence. */
export type WordCounts = ReadonlyMap<Plaintext<string>, number>;

export type WordCounter = (text: Plaintext<string>) => WordCounts;

/**
 * Makes a counter of words. The rules of Unicode's text segmentation hold for all scripts, with dictionaries where
 * words are not set apart by spaces; the locale is fixed, so that the answer does not depend on the machine.
 */
export function wordCounter(): WordCounter {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  return (text) => {
    const counts = new Map<Plaintext<string>, number>();
    for (const { segment, isWordLike } of segmenter.segment(text.normalize('NFKC').toLowerCase())) {
      const word = plaintext(segment);
      if (isWordLike === true) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    return counts;
  };
}
