/** Explanations: how a label comes to a place, and by which rule it ended on its way there. */
import { describe, expect, test } from 'vitest';
import { createAnalysis } from '../../engine/index.ts';
import type { Explanation, Policy } from '../../engine/index.ts';
import { fileOf } from '../program.ts';
import { WIRE_ROWS, wirePolicy, wireProgram } from './flows/analysed.ts';

const BEFORE = `import { source, sink, copy, strangeCopy } from 'acme-wire';
import type { Plaintext } from 'stateless-runtime';
interface Message { readonly id: string; readonly body: Plaintext<string> }
declare const message: Message;
declare function sealed(text: string): string;
declare const labels: Record<string, string>;
`;
const FIRST = BEFORE.split('\n').length;

const ROWS = wirePolicy(
  {},
  {
    propagators: [
      ...WIRE_ROWS.propagators,
      { type: 'global', path: 'Member[String]', input: 'Argument[0]', output: 'ReturnValue', mode: 'taint' },
    ],
    sanitizers: [
      { type: 'acme-wire', path: 'Member[strangeCopy]', input: 'Argument[0]', output: 'ReturnValue' },
    ],
  },
);

/** What is said of the last line. */
function explainLast(text: string, policy: Policy = ROWS, column?: number): readonly Explanation[] {
  const program = wireProgram(BEFORE + text);
  const line = FIRST - 1 + text.split('\n').length;
  return createAnalysis(program, policy).explainAt(fileOf(program, 'main.ts'), line, column);
}

/** `1 count` for each drop: its line, counted from the first of the text, and its rule. */
const dropsOf = (explanations: readonly Explanation[]): readonly string[] =>
  explanations.flatMap(({ drops }) => drops.map(({ place, rule }) => `${place.line - FIRST + 1} ${rule}`));

describe('a labelled value is explained', () => {
  test('by each of its sources, with the steps from there', () => {
    const [explained] = explainLast('const text: string = message.body;\nsink(text);');
    expect(explained?.text).toBe('text');
    expect(explained?.drops).toEqual([]);
    expect(explained?.arrivals.map(({ source, labels }) => [source.name, labels])).toEqual([
      ['Message.body', ['plaintext']],
    ]);
    expect(explained?.arrivals[0]?.steps.map(({ what }) => what)).toEqual([
      'Message.body is plaintext',
      'read from .body',
      'assigned to text',
      'loses its type as string',
    ]);
  });

  test('by the callers that hand it over', () => {
    const program = wireProgram({
      'receive.ts':
        "import { source } from 'acme-wire';\nimport { show } from './show.ts';\nshow(source());\nshow('ready');",
      'show.ts': 'export function show(line: string): string {\n  return line;\n}',
    });
    const [explained] = createAnalysis(program, ROWS).explainAt(fileOf(program, 'show.ts'), 2);
    expect(explained?.arrivals.map(({ source }) => `${source.name} ${source.place.line}`)).toEqual([
      'source() 3',
    ]);
  });

  test('with the kinds that a sanitizer of limited effect keeps it from', () => {
    const rows = {
      sanitizers: [
        {
          type: 'acme-wire',
          path: 'Member[strangeCopy]',
          input: 'Argument[0]',
          output: 'ReturnValue',
          kinds: ['wire'],
        },
      ],
    };
    const [explained] = explainLast('const text = strangeCopy(source());\nsink(text);', wirePolicy({}, rows));
    expect(explained?.arrivals.map(({ clearedFor }) => clearedFor)).toEqual([['wire']]);
  });
});

describe('a clean value is explained by the rule that ended its label', () => {
  test.each([
    ['a comparison', "sink(message.body === 'noon');", ['1 comparison']],
    ['the name of a type', 'sink(typeof message.body);', ['1 type-name']],
    ['a negation', 'sink(!message.body);', ['1 boolean']],
    ['another member', 'sink(message.id);', ['1 other-member']],
    ['another part of a pattern', 'const { id } = message;\nsink(id);', ['1 other-member']],
    ['a look-up', 'sink(labels[message.body]);', ['1 allow-list']],
    ['a sanitizer', 'sink(strangeCopy(message.body));', ['1 sanitizer']],
    [
      'a sanitizer on the way',
      'const text = strangeCopy(message.body);\nconst line = `> ${text}`;\nsink(line);',
      ['1 sanitizer'],
    ],
    [
      'a sanitizer in a helper',
      'const seal = (text: string): string => strangeCopy(text);\nsink(seal(message.body));',
      ['1 sanitizer'],
    ],
    [
      'a variable that is written anew',
      "let text = copy(message.body);\ntext = '';\nsink(text);",
      ['2 overwritten'],
    ],
    [
      'a function that gives nothing back',
      "const title = (text: string): string => 'title';\nsink(title(message.body));",
      ['2 returns-nothing'],
    ],
    ['what plaintext decides', "sink(message.body ? 'long' : 'short');", ['1 implicit']],
    ['nothing at all', "const text = 'noon';\nsink(text);", ['2 never-labelled']],
  ])('%s', (_, text, drops) => {
    const explanations = explainLast(text);
    expect(explanations.map(({ arrivals }) => arrivals)).toEqual([[]]);
    expect(dropsOf(explanations)).toEqual(drops);
  });

  test('with the names of the sources', () => {
    const [explained] = explainLast("sink(`${message.body}${source()}` === 'noon');");
    expect(explained?.drops[0]?.sources).toEqual(['Message.body', 'source()']);
  });

  test('a call of which nothing is known, where such calls are ignored', () => {
    expect(
      dropsOf(explainLast('sink(sealed(message.body));', wirePolicy({ unmodelledCalls: 'ignore' }))),
    ).toEqual(['1 ignored']);
  });

  test('a variable that is labelled behind the place', () => {
    const text = "function show(): void {\n  let text = '';\n  sink(text);\n  text = message.body;\n}";
    const program = wireProgram(BEFORE + text);
    const explanations = createAnalysis(program, ROWS).explainAt(fileOf(program, 'main.ts'), FIRST + 2);
    expect(dropsOf(explanations)).toEqual(['4 later']);
  });

  test('a barrier guard', () => {
    const guards = [{ type: 'acme-wire', path: 'Member[strangeCopy].Argument[0]', accepting: 'true' }];
    const text = 'const text = copy(message.body);\nif (strangeCopy(text))\n  sink(text);';
    expect(dropsOf(explainLast(text, wirePolicy({}, { guards })))).toEqual(['2 barrier-guard']);
  });

  test('a declassifier, with its reason', () => {
    const text = `/** @declassifies only its first letter */
      function initial(text: string): string { return '?'; }
      sink(initial(message.body));`;
    const [explained] = explainLast(text);
    expect(explained?.drops.map(({ rule, what }) => `${rule} ${what}`)).toEqual([
      'declassifier initial() is a declassifier: only its first letter',
    ]);
  });

  test('a program that has no plaintext at all', () => {
    const program = wireProgram("export const text = 'noon';\nconsole.log(text);");
    const bare = wirePolicy({ brands: [] }, { sources: [] });
    const [explained] = createAnalysis(program, bare).explainAt(fileOf(program, 'main.ts'), 2);
    expect(explained?.drops.map(({ what }) => what)).toEqual(['the program has neither a tag nor a source']);
  });
});

describe('a place stands for', () => {
  const text = (line: string, column?: number) => explainLast(line, ROWS, column).map((one) => one.text);

  test('all that a line hands over', () => {
    expect(text("sink(message.id, 'noon', message.body);")).toEqual(['message.id', 'message.body']);
  });

  test('the value that a line assigns, or gives back', () => {
    expect(text('const line = message.id;')).toEqual(['message.id']);
    expect(text('const line = () => message.id;')).toEqual(['message.id']);
  });

  test('the innermost expression at a column', () => {
    expect(text('sink(message.id, message.body);', 6)).toEqual(['message']);
    expect(text('sink(message.id, message.body);', 14)).toEqual(['message.id']);
  });

  test('the call, where the column is in the name of what is called', () => {
    expect(text('sink(copy(message.id));', 6)).toEqual(['copy(message.id)']);
  });

  test('the first use of a parameter', () => {
    expect(text('const show = (line: string): void => sink(line + line);', 15)).toEqual(['line']);
  });

  test('nothing, where no value is', () => {
    expect(text('interface Other { readonly id: string }')).toEqual([]);
  });
});

test('an explanation changes nothing of the analysis', () => {
  const program = wireProgram(
    `${BEFORE}const show = (line: string): void => sink(line);\nshow(message.body);\nshow(message.id);`,
  );
  const analysis = createAnalysis(program, ROWS);
  const file = fileOf(program, 'main.ts');
  const before = JSON.stringify([...analysis.flows()]);
  const first = JSON.stringify(analysis.explainAt(file, FIRST + 1));
  expect(JSON.stringify(analysis.explainAt(file, FIRST + 1))).toBe(first);
  expect(JSON.stringify([...analysis.flows()])).toBe(before);
  expect(analysis.incompleteIn(file)).toEqual([]);
});
