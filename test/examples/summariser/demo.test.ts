import { beforeAll, describe, expect, test } from 'vitest';
import { runDemo } from '../../../examples/summariser/demo.ts';
import { sampleChat } from '../../../examples/summariser/sample-chat.ts';

const words = sampleChat.messages.flatMap(({ text }) => text.match(/\p{Letter}{6,}/gu) ?? []);

describe('the demo of the summariser', () => {
  const sections = new Map<string, string[]>();

  beforeAll(async () => {
    let lines: string[] = [];
    await runDemo((line) => {
      if (line.startsWith('  ')) lines.push(line.trim());
      else sections.set(line, (lines = []));
    });
  });

  test('shows no word of the chat on the side of the broker', () => {
    const seen = [...(sections.get('What the broker saw') ?? [])].join();
    expect(seen).toMatch(/was given ciphertext.*answered \d+ bytes of ciphertext with \d+/);
    expect(words.filter((word) => seen.includes(word))).toEqual([]);
  });

  test('shows that the model was called, and that its broker saw ciphertext of a declared size', () => {
    const seen = [...(sections.get("What the model's broker saw") ?? [])].join();
    expect(seen).toMatch(/answered 5239 bytes of ciphertext with 304/);
    expect(words.filter((word) => seen.includes(word))).toEqual([]);
  });

  test('shows one egress record, in the domains that were declared', () => {
    expect(sections.get('What left the session on purpose, besides the sealed answer')).toEqual([
      'done {"outcome":"summarised","messages":"<=20"}',
    ]);
  });

  test('shows a summary that is made of what the client sent', () => {
    const summary = sections.get('The summary that the client got') ?? [];
    const sent = (sections.get('What the client sent, sealed to the one-time key of one session') ?? []).join(
      ' ',
    );
    expect(summary.length).toBeGreaterThan(0);
    expect(summary.filter((line) => !sent.includes(line.replace(/^[a-z ]+: /, '')))).toEqual([]);
  });
});
