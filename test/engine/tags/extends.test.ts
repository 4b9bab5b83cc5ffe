import { describe, expect, it } from 'vitest';
import { ask } from './oracle-of.ts';

describe('what extends a tagged type', () => {
  const SECRET =
    '/** @plaintext */ class Secret { text = ""; } /** @plaintext */ interface Content { text: string }';
  it.each([
    ['a subclass', 'class Prompt extends Secret {} declare const held: Prompt;', ': Secret (plaintext)'],
    [
      'a subclass of a subclass',
      'class Typed extends Secret {} class Prompt extends Typed {} declare const held: Prompt;',
      ': Secret (plaintext)',
    ],
    [
      'an interface',
      'interface Prompt extends Content {} declare const held: Prompt;',
      ': Content (plaintext)',
    ],
    [
      'an implementing class',
      'class Prompt implements Content { text = ""; } declare const held: Prompt;',
      ': Content (plaintext)',
    ],
    [
      'an interface that extends the brand',
      'interface Prompt extends Plaintext<{ text: string }> {} declare const held: Prompt;',
      ': Prompt (plaintext)',
    ],
    ['this', 'class Prompt extends Secret { show() { const held = this; held; } }', ': Secret (plaintext)'],
  ])('is tagged: %s', (_, declarations, expected) => {
    expect(
      ask(`${SECRET} ${declarations} held;`).tags('held', declarations.includes('this') ? 1 : -1),
    ).toEqual([expected]);
  });
});
