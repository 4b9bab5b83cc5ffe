import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../../examples/summariser/ranking/sentences.ts';
import { said } from './chats.ts';

function textsOf(...texts: readonly string[]): readonly string[] {
  return sentencesOf(said(...texts)).map(({ text }) => text);
}

describe('cutting messages into sentences', () => {
  test.each([
    {
      what: 'a full stop',
      text: 'The build is red. I look into it.',
      sentences: ['The build is red.', 'I look into it.'],
    },
    {
      what: 'an ideographic full stop',
      text: '会議は三時です。資料を送ります。',
      sentences: ['会議は三時です。', '資料を送ります。'],
    },
    { what: 'a danda', text: 'बैठक तीन बजे है। फ़ाइल भेजो।', sentences: ['बैठक तीन बजे है।', 'फ़ाइल भेजो।'] },
    { what: 'a line break', text: 'red build\ngreen build', sentences: ['red build', 'green build'] },
  ])('ends a sentence at $what', ({ text, sentences }) => {
    expect(textsOf(text)).toEqual(sentences);
  });

  test('ends a sentence with its message, whether or not it is punctuated', () => {
    expect(textsOf('the build is', 'red')).toEqual(['the build is', 'red']);
  });

  test('keeps a version number in one piece', () => {
    expect(textsOf('Version 4.2 is out.')).toEqual(['Version 4.2 is out.']);
  });

  test('finds none in blank messages', () => {
    expect(textsOf('', ' \n\t ')).toEqual([]);
  });
});
