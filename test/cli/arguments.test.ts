/** The words of the command line, and the words that mean nothing. */
import { expect, test } from 'vitest';
import { parseArguments } from '../../cli/arguments.ts';

test.each([
  [['check'], { project: 'tsconfig.json', format: 'text', config: undefined }],
  [['check', '-p', 'packages/api'], { project: 'packages/api', format: 'text', config: undefined }],
  [
    ['check', '--project=tsconfig.build.json', '--format', 'json', '--config', 'lint/strict.js'],
    { project: 'tsconfig.build.json', format: 'json', config: 'lint/strict.js' },
  ],
  [['--format=json', 'check'], { project: 'tsconfig.json', format: 'json', config: undefined }],
])('%j asks for a check', (words, check) => {
  expect(parseArguments(words)).toEqual({ name: 'check', models: [], verifiesModels: false, ...check });
});

test.each([
  ['src/chat.ts:12', { file: 'src/chat.ts', line: 12, column: undefined }],
  ['src/chat.ts:12:5', { file: 'src/chat.ts', line: 12, column: 5 }],
  ['C:\\chat\\src\\chat.ts:12', { file: 'C:\\chat\\src\\chat.ts', line: 12, column: undefined }],
])('%j asks for an explanation', (place, at) => {
  expect(parseArguments(['explain', place])).toMatchObject({ name: 'explain', project: 'tsconfig.json', at });
});

test.each([
  [['--help'], 'help'],
  [['check', '-h'], 'help'],
  [['--version'], 'version'],
  [['-v'], 'version'],
])('%j asks for %s', (words, name) => {
  expect(parseArguments(words)).toEqual({ name });
});

test.each([
  [[], 'No command is given. Run stateless --help.'],
  [['lint'], "There is no command 'lint'. Run stateless --help."],
  [['check', 'src'], "'src' is one word too many. Name the project with -p TSCONFIG."],
  [['check', '--format', 'xml'], "There is no format 'xml'. Use --format text or --format json."],
  [['check', '--formats', 'json'], "Unknown option '--formats'. Run stateless --help."],
  [['check', '-p'], "Option '-p, --project <value>' argument missing. Run stateless --help."],
])('%j means nothing, and the error says what to do', (words, message) => {
  expect(() => parseArguments(words)).toThrow(expect.objectContaining({ name: 'CannotRun', message }));
});
