import { plaintext } from 'stateless-runtime';
import { describe, expect, test } from 'vitest';
import { wordCounter } from '../../../examples/summariser/ranking/words.ts';

function countsOf(text: string): Readonly<Record<string, number>> {
  return Object.fromEntries(wordCounter()(plaintext(text)));
}

describe('counting words', () => {
  test('counts a word in any case as one', () => {
    expect(countsOf('Upload the upload')).toEqual({ upload: 2, the: 1 });
  });

  test('counts a composed and a decomposed letter as one', () => {
    expect(countsOf('caf\u00e9 cafe\u0301')).toEqual({ 'caf\u00e9': 2 });
  });

  test('finds words in a script that sets none apart', () => {
    expect(countsOf('会議の資料')).toEqual({ 会議: 1, の: 1, 資料: 1 });
  });

  test('counts neither emoji nor marks', () => {
    expect(countsOf('🎉👩‍💻 ... !?')).toEqual({});
  });
});
