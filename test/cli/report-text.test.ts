/** The report for people. */
import { expect, test } from 'vitest';
import type { Style } from '../../cli/report-text.ts';
import { textOf } from '../../cli/report-text.ts';
import type { Finding, Report } from '../../cli/report.ts';
import { reportOf } from '../../cli/report.ts';

const plain: Style = (_format, text) => text;

const finding: Finding = {
  rule: 'no-plaintext-to-log',
  kind: 'log',
  labels: ['plaintext'],
  message: "'ChatMessage.body' reaches the log through formatLine().",
  source: { file: '/service/src/message.ts', line: 3, column: 3, name: 'ChatMessage.body' },
  sink: { file: '/service/src/chat.ts', line: 12, column: 5, name: 'console.log()' },
  steps: [
    { file: '/service/src/chat.ts', line: 10, column: 9, what: 'read from message' },
    { file: '/service/src/chat.ts', line: 12, column: 5, what: 'passed to console.log()' },
  ],
};
const clean = { fileName: '/service/src/chat.ts', findings: [], suppressed: [], gaps: [] };

const report = (...results: Parameters<typeof reportOf>[0]): Report => reportOf(results, [], '/service');

test('a clean report says over how many files it speaks', () => {
  const other = { ...clean, fileName: '/service/src/message.ts' };
  expect(textOf(report(clean, other), plain)).toBe('No plaintext reaches a sink in 2 files.\n');
});

test('a finding has its place, its rule and its sentence on one line, and its steps below', () => {
  expect(textOf(report({ ...clean, findings: [finding] }), plain)).toBe(
    [
      "src/chat.ts:12:5  no-plaintext-to-log  'ChatMessage.body' reaches the log through formatLine().",
      '    src/chat.ts:10:9  read from message',
      '    src/chat.ts:12:5  passed to console.log()',
      '',
      '1 finding in 1 file.',
      '',
    ].join('\n'),
  );
});

test('suppressed findings and gaps have their lines under the summary', () => {
  const gap = { reason: 'budget', message: '', file: '/service/src/chat.ts', line: 1, column: 1, detail: '' };
  const text = textOf(report({ ...clean, suppressed: [finding], gaps: [gap] }), plain);
  expect(text).toBe(
    [
      'No plaintext reaches a sink in 1 file.',
      '1 suppressed finding: src/chat.ts:12:5 no-plaintext-to-log.',
      '1 gap in the analysis: --format json lists them.',
      '',
    ].join('\n'),
  );
});

test('findings stand in the order of sink, rule and source, each once', () => {
  const disk = { ...finding, rule: 'no-plaintext-to-disk', kind: 'disk' };
  const above = { ...finding, sink: { ...finding.sink, line: 2 } };
  const author = { ...finding, source: { ...finding.source, line: 2, name: 'ChatMessage.author' } };
  const { findings } = report(
    { ...clean, findings: [finding, author, disk, above] },
    { ...clean, findings: [finding] },
  );
  expect(findings.map(({ sink, rule, source }) => [sink.line, rule, source.name])).toEqual([
    [2, 'no-plaintext-to-log', 'ChatMessage.body'],
    [12, 'no-plaintext-to-disk', 'ChatMessage.body'],
    [12, 'no-plaintext-to-log', 'ChatMessage.author'],
    [12, 'no-plaintext-to-log', 'ChatMessage.body'],
  ]);
});

test('files are named relative to the working directory, above it too', () => {
  const { findings } = reportOf([{ ...clean, findings: [finding] }], [], '/service/tools');
  expect(findings[0]?.sink.file).toBe('../src/chat.ts');
  expect(findings[0]?.steps[0]?.file).toBe('../src/chat.ts');
});
