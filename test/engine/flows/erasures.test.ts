/** Erasures: where a value loses its tagged type while it keeps its label, as data and as steps of flows. */
import { describe, expect, test } from 'vitest';
import { createAnalysis } from '../../../engine/index.ts';
import type { Flow } from '../../../engine/index.ts';
import { fileOf } from '../../program.ts';
import { flowsIn, wirePolicy, wireProgram } from './analysed.ts';

const MESSAGE = `import { sink } from 'acme-wire';
import type { Plaintext } from 'stateless-runtime';
interface Message { readonly id: string; readonly body: Plaintext<string> }
declare const message: Message;
`;
const BEFORE = MESSAGE.split('\n').length - 1;

/** `2 argument Message.body string` for each erasure. Lines count from the first one after the message. */
function erasuresIn(text: string): readonly string[] {
  const program = wireProgram(MESSAGE + text);
  const erasures = createAnalysis(program, wirePolicy()).erasuresIn(fileOf(program, 'main.ts'));
  return erasures.map(({ place, form, source, as }) => `${place.line - BEFORE} ${form} ${source} ${as}`);
}

const stepsOf = ({ steps }: Flow): readonly string[] =>
  steps.map(({ place, what }) => `${place.line - BEFORE} ${what}`);

describe('an erasure is', () => {
  test.each([
    ['an argument', 'const show = (line: string): void => {};\nshow(message.body);', '2 argument', 'string'],
    [
      'an argument of a constructor',
      'class Line { constructor(text: unknown) {} }\nnew Line(message.body);',
      '2 argument',
      'unknown',
    ],
    ['a variable under a written type', 'const text: string = message.body;', '1 assignment', 'string'],
    [
      'a write into a variable of another type',
      "let text = '';\ntext = message.body;",
      '2 assignment',
      'string',
    ],
    [
      'a field',
      "class Last { text = ''; set(): void { this.text = message.body; } }",
      '1 assignment',
      'string',
    ],
    ['what a function gives back', 'function text(): string { return message.body; }', '1 return', 'string'],
    [
      'what an async function gives back',
      'const text = async (): Promise<string> => message.body;',
      '1 return',
      'string | PromiseLike<string>',
    ],
    ['an assertion', 'const text = message.body as string;', '1 assertion', 'string'],
    [
      'the first of two assertions',
      'const text = message.body as unknown as number;',
      '1 assertion',
      'unknown',
    ],
    [
      'an object whose member is taken as something else',
      'const show = (line: { body: string }): void => {};\nshow(message);',
      '2 argument',
      '{ body: string; }',
    ],
    ['an object taken as anything', 'const text: unknown = message;', '1 assignment', 'unknown'],
  ])('%s', (_, text, where, as) => {
    expect(erasuresIn(text)).toEqual([`${where} Message.body ${as}`]);
  });

  test('a callback that asks for less than it is given', () => {
    const text = "declare const all: Message['body'][];\nall.forEach((text: string) => sink(text));";
    expect(erasuresIn(text)).toEqual(['2 parameter Plaintext string']);
  });

  test.each([
    ['a tagged parameter', 'const show = (line: Plaintext<string>): void => {};\nshow(message.body);'],
    [
      'a parameter of a type that the call decides',
      'const same = <T>(value: T): T => value;\nsame(message.body);',
    ],
    [
      'a type that leaves the tagged member out',
      'const show = (line: { id: string }): void => {};\nshow(message);',
    ],
    ['a member that is clean', 'const text: string = message.id;'],
    ['a text that is made of it', 'const text: string = `${message.body}!`;'],
    ['a function of a library', 'sink(message.body);'],
    ['a result that is tagged', 'const text = (): Plaintext<string> => message.body;'],
    ['a variable without a written type', 'const text = message.body;'],
    ['a constant assertion', 'const text = [message.body] as const;'],
  ])('none at %s', (_, text) => {
    expect(erasuresIn(text)).toEqual([]);
  });
});

describe('a flow tells the erasure that it goes through', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'at an argument',
      'const show = (line: string): void => sink(line);\nshow(message.body);',
      '2 loses its type as string',
    ],
    ['at a variable', 'const text: string = message.body;\nsink(text);', '1 loses its type as string'],
    ['at an assertion', 'sink(message.body as string);', '1 loses its type as string'],
    [
      'at a result',
      'function text(): string {\n  return message.body;\n}\nsink(text());',
      '2 loses its type as string',
    ],
    [
      'at a field',
      "class Last {\n  text = '';\n  show(): void {\n    this.text = message.body;\n    sink(this.text);\n  }\n}",
      '4 loses its type as string',
    ],
    [
      'at a callback',
      'declare const all: Message["body"][];\nall.forEach((text: string) => sink(text));',
      '2 loses its type as string',
    ],
  ];
  test.each(cases)('%s', (_, text, step) => {
    const flows = flowsIn(MESSAGE + text);
    expect(flows).toHaveLength(1);
    expect(flows.flatMap(stepsOf).filter((one) => one.includes('loses'))).toEqual([step]);
  });

  test('between the step that hands the value on and the one that takes it', () => {
    const [flow] = flowsIn(
      `${MESSAGE}function show(line: string): void {\n  sink(line);\n}\nshow(message.body);`,
    );
    expect(flow && stepsOf(flow)).toEqual([
      '-1 Message.body is plaintext',
      '4 read from .body',
      '4 passed to show()',
      '4 loses its type as string',
      '1 assigned to line',
      '2 reaches sink()',
    ]);
  });

  test('and none where the type is kept', () => {
    const [flow] = flowsIn(`${MESSAGE}const text = message.body;\nsink(text);`);
    expect(flow && stepsOf(flow).join()).not.toContain('loses');
  });
});
