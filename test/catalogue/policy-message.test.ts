/** The sentence of a flow names the source and the sink, and is never longer than 160 characters. */
import { expect, test } from 'vitest';
import { flowSentence } from '../../catalogue/policy-message.ts';
import { getKind, isWanted, recommendedFlowRuleNames } from '../../catalogue/policy-rules.ts';
import type { Flow } from '../../engine/index.ts';

const place = { file: '/service/chat.ts', line: 1, column: 1, endLine: 1, endColumn: 2 };
const flow: Flow = {
  kind: 'log',
  labels: ['plaintext'],
  source: { place, name: 'ChatMessage.body' },
  sink: { place, name: 'console.log' },
  isName: false,
  destinations: [undefined],
  via: ' through formatLine()',
  steps: [],
};

test('the sentence names the source, the sink and the decisive hop', () => {
  expect(flowSentence(flow)).toBe("'ChatMessage.body' reaches the log through formatLine().");
});

test('the sentence says so when the plaintext becomes a name', () => {
  const upload = { ...flow, kind: 'object-store', isName: true, via: '' };
  expect(flowSentence(upload)).toBe("'ChatMessage.body' reaches an object store as a name.");
});

test('long names are cut in the middle, so that the sentence has at most 160 characters', () => {
  const name = `Conversation.${'participants.'.repeat(20)}body`;
  const sentence = flowSentence({
    ...flow,
    source: { place, name },
    via: ` through ${'x'.repeat(400)}()`,
  });
  expect(sentence.length).toBe(160);
  expect(sentence).toMatch(/^'Conversation\..*….*body' reaches the log through x+…x+\(\)\.$/);
});

test('a kind without a row in the policy table is an error that names it', () => {
  expect(() => getKind('paper')).toThrow("There is no kind 'paper'");
});

test('the three bans are recommended', () => {
  expect(recommendedFlowRuleNames).toEqual(
    expect.arrayContaining(['no-plaintext-to-disk', 'no-plaintext-to-object-store', 'no-plaintext-to-log']),
  );
});

test.each([
  [undefined, true],
  [['plaintext'], true],
  [['message'], false],
])('with the labels %j a flow of plaintext is wanted: %s', (labels, wanted) => {
  expect(isWanted(flow, labels === undefined ? {} : { labels })).toBe(wanted);
});
