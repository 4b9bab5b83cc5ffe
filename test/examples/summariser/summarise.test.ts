import { describe, expect, test } from 'vitest';
import { mostCentral } from '../../../examples/summariser/ranking/most-central.ts';
import { summarise } from '../../../examples/summariser/ranking/summarise.ts';
import { said } from './chats.ts';

async function linesOf(...texts: readonly string[]): Promise<readonly string[]> {
  return (await summaryOf(...texts)).split('\n');
}

function summaryOf(...texts: readonly string[]): Promise<string> {
  return summarise(said(...texts), (sentences) => Promise.resolve(mostCentral(sentences)));
}

describe('the summary of a chat', () => {
  test('is empty where nothing was said', async () => {
    expect(await summaryOf()).toBe('');
    expect(await summaryOf('', '   ')).toBe('');
  });

  test('is the sentence where there is one, with its author', async () => {
    expect(await linesOf('The release moves to Friday.')).toEqual(['member: The release moves to Friday.']);
  });

  test('holds what the other sentences are about', async () => {
    const lines = await linesOf(
      'Good morning.',
      'The upload test fails on slow networks.',
      'Is it the upload or the slow networks?',
      'I saw a nice bird.',
    );
    expect(lines).toContain('member: The upload test fails on slow networks.');
    expect(lines).not.toContain('member: I saw a nice bird.');
  });

  test('finds the subject of a chat in a script without spaces', async () => {
    const lines = await linesOf(
      'おはよう',
      '会議の資料を明日までに送ります',
      '資料は会議の前に必要です',
      '天気がいい',
    );
    expect(lines.join()).toMatch(/会議/);
    expect(lines.join()).not.toMatch(/天気/);
  });

  test('keeps the order in which the sentences were said', async () => {
    const said = [
      'The icons are ready.',
      'The upload timeout is short.',
      'The upload timeout grows, and the upload test passes.',
      'The icons look good with the new upload test.',
    ];
    const places = (await linesOf(...said)).map((line) => said.indexOf(line.replace('member: ', '')));
    expect(places).toHaveLength(2);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
  });

  test('says a thing once that was said three times', async () => {
    const again = 'Please restart the upload server.';
    const lines = await linesOf(
      again,
      again,
      again,
      'The server is up.',
      'Lunch at noon.',
      'Bring the keys.',
    );
    expect(lines.filter((line) => line.includes(again))).toHaveLength(1);
  });

  test('leaves emoji out where there are words, and shows the first where there are none', async () => {
    expect((await linesOf('🎉', 'Merged.', '👍')).join()).not.toMatch(/🎉|👍/u);
    expect(await linesOf('🎉', '👍')).toEqual(['member: 🎉']);
  });

  test('is made of sentences of the chat alone, and at most five of them', async () => {
    const said = Array.from(
      { length: 900 },
      (_, day) => `On day ${String(day)} the crew of ship ${String(day % 7)} rests.`,
    );
    const lines = await linesOf(...said);
    expect(lines).toHaveLength(5);
    expect(said).toEqual(expect.arrayContaining(lines.map((line) => line.replace('member: ', ''))));
  });
});
