/** `stateless explain` from words to output: what it says of a place, and how it ends where there is nothing to say. */
import { describe, expect, test } from 'vitest';
import { runIn } from './command.ts';
import { eslintConfig, writeProject } from './written-project.ts';

const files: Readonly<Record<string, string>> = {
  'eslint.config.js': eslintConfig('', "{ ignores: ['src/generated/'] },"),
  'src/message.ts': `import type { Plaintext } from 'stateless-runtime';
export interface ChatMessage { readonly id: string; readonly body: Plaintext<string> }
`,
  'src/chat.ts': `import type { ChatMessage } from './message.js';
import { line } from './format.js';
export function receive(message: ChatMessage): void {
  const size = message.body.length;
  console.log(line(message.body), size);
}
`,
  'src/format.ts': 'export const line = (text: string): string => `> ${text}`;\n',
  'src/generated/empty.ts': 'export const nothing = 1;\n',
};

const folder = writeProject(files);

test('a line is explained value by value, then by what is reported on it', async () => {
  const { exitCode, stdout } = await runIn(folder, 'explain', 'src/chat.ts:5');
  expect(exitCode).toBe(0);
  expect(stdout).toBe(`src/chat.ts:5:15  line(message.body)
  carries 'ChatMessage.body' (plaintext):
    src/message.ts:2:62  ChatMessage.body is plaintext
    src/chat.ts:3:25  assigned to message
    src/chat.ts:5:15  passed to line()
    src/chat.ts:5:20  loses its type as string
    src/format.ts:1:22  assigned to text
    src/chat.ts:5:15  returned by line()

src/chat.ts:5:35  size
  carries no label:
    src/chat.ts:4:16  count: \`length\` is a count or a size; 'ChatMessage.body' ends there

Reported on this line: no-plaintext-to-log  'ChatMessage.body' reaches the log through line().
`);
});

test('a helper is explained by those who call it', async () => {
  const { stdout } = await runIn(folder, 'explain', 'src/format.ts:1:52');
  expect(stdout).toMatch(/^src\/format\.ts:1:52 {2}text\n {2}carries 'ChatMessage\.body'/);
  expect(stdout).toMatch(/\n\nNothing is reported on this line\.\n$/);
});

test('the JSON form has one entry for each value', async () => {
  const { stdout } = await runIn(folder, 'explain', 'src/chat.ts:5', '--format', 'json');
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    explanations: [
      {
        file: 'src/chat.ts',
        line: 5,
        column: 15,
        text: 'line(message.body)',
        isLabelled: true,
        arrivals: [
          {
            source: {
              file: expect.any(String),
              line: expect.any(Number),
              column: expect.any(Number),
              name: 'ChatMessage.body',
            },
            labels: ['plaintext'],
            clearedFor: [],
            steps: expect.any(Array),
          },
        ],
        drops: [],
      },
      {
        file: 'src/chat.ts',
        line: 5,
        column: 35,
        text: 'size',
        isLabelled: false,
        arrivals: [],
        drops: [
          {
            rule: 'count',
            file: 'src/chat.ts',
            line: 4,
            column: 16,
            what: '`length` is a count or a size',
            sources: ['ChatMessage.body'],
          },
        ],
      },
    ],
    reported: [expect.objectContaining({ rule: 'no-plaintext-to-log' })],
  });
});

describe('what cannot be explained ends with 2 and one line that says what to do', () => {
  test.each([
    ['no place', [], 'No place is given. Name it as FILE:LINE or FILE:LINE:COLUMN.'],
    [
      'no line',
      ['src/chat.ts'],
      "'src/chat.ts' is no place in a file. Name it as FILE:LINE or FILE:LINE:COLUMN. Lines and columns count from 1.",
    ],
    [
      'a line before the first',
      ['src/chat.ts:0'],
      "'src/chat.ts:0' is no place in a file. Name it as FILE:LINE or FILE:LINE:COLUMN. Lines and columns count from 1.",
    ],
    [
      'two places',
      ['src/chat.ts:1', 'src/chat.ts:2'],
      "'src/chat.ts:2' is one word too many. Name it as FILE:LINE or FILE:LINE:COLUMN.",
    ],
    [
      'a file that is not there',
      ['src/chats.ts:5'],
      'There is no file src/chats.ts. Name one of the project.',
    ],
    [
      'a file of another project',
      ['eslint.config.js:1'],
      'eslint.config.js is not a file of tsconfig.json. Name its tsconfig with -p TSCONFIG.',
    ],
    [
      'a file without rules',
      ['src/generated/empty.ts:1'],
      'No rule is on in src/generated/empty.ts. Switch one on for it in the ESLint configuration.',
    ],
    ['a line behind the last', ['src/format.ts:9'], 'src/format.ts has no line 9. Name one from 1 to 2.'],
    [
      'a column behind the last',
      ['src/chat.ts:3:99'],
      'Line 3 of src/chat.ts has no column 99. Name one from 1 to 54.',
    ],
    [
      'a line without a value',
      ['src/message.ts:2'],
      'There is no value at src/message.ts:2. Name a place where an expression stands.',
    ],
  ])('%s', async (_, words, line) => {
    expect(await runIn(folder, 'explain', ...words)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `stateless: ${line}\n`,
    });
  });
});
