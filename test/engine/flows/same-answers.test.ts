/** Changes of a program that change nothing: its flows stay where they are. */
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Flow } from '../../../engine/index.ts';
import { flowsIn, reportedAt } from './analysed.ts';

/** A small service over four files: two flows, and as many lines that are clean. */
const SERVICE: Readonly<Record<string, string>> = {
  'receive.ts': `import { source } from 'acme-wire';
    import { archive } from './archive.ts';
    import { format } from './format.ts';
    export function receive(id: string): void {
      const body = source();
      archive.add(id, format(body));
      archive.add(body, id);
    }`,
  'format.ts': `export const format = (text: string): string => \`> \${text}\`;
    export const ready = format('ready');`,
  'archive.ts': `import { sink } from 'acme-wire';
    class Archive {
      add(key: string, text: string): void {
        sink(text);
        this.count(key);
      }
      count(key: string): number {
        return key.length;
      }
    }
    export const archive = new Archive();`,
  'start.ts': `import { receive } from './receive.ts';
    import { ready } from './format.ts';
    import { sink } from 'acme-wire';
    sink(ready);
    receive('first');`,
};

const UNRELATED = `export class Clock {
    readonly #ticks: number[] = [];
    tick(at: number): number {
      this.#ticks.push(at);
      return this.#ticks.length;
    }
  }`;

/** A flow without what its words may change by: each step as its place. */
const placesOf = ({ kind, sink, steps }: Flow): readonly string[] => [
  kind,
  ...[sink, ...steps].map(({ place }) => `${basename(place.file)}:${place.line}`),
];

const reversed = (files: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(files).reverse());

describe('flows stay as they are', () => {
  const expected = flowsIn(SERVICE);

  test('in the service that the changes below are made to', () => {
    expect(reportedAt(SERVICE)).toEqual(['receive.ts:6']);
  });

  test('when the files come in another order', () => {
    expect(flowsIn(reversed(SERVICE))).toEqual(expected);
  });

  test('when a file that they do not pass is added, before or after the others', () => {
    expect(flowsIn({ 'a-clock.ts': UNRELATED, ...SERVICE })).toEqual(expected);
    expect(flowsIn({ ...SERVICE, 'z-clock.ts': UNRELATED })).toEqual(expected);
  });

  test('when a file calls a function on their way with something clean', () => {
    const caller = "import { archive } from './archive.ts';\narchive.add('boot', 'ready');";
    expect(flowsIn({ 'a-boot.ts': caller, ...SERVICE })).toEqual(expected);
  });

  test('when local names are others', () => {
    const renamed = { ...SERVICE, 'receive.ts': SERVICE['receive.ts']?.replaceAll('body', 'letter') ?? '' };
    expect(flowsIn(renamed).map(placesOf)).toEqual(expected.map(placesOf));
  });

  test('when functions are declared in another way', () => {
    const declared = `export function format(text: string): string { return \`> \${text}\`; }
      export const ready = format('ready');`;
    expect(flowsIn({ ...SERVICE, 'format.ts': declared }).map(placesOf)).toEqual(expected.map(placesOf));
  });
});

describe('a value stays what it is', () => {
  test.each([
    ['in parentheses', '(text)'],
    ['when it is said to be of its own type', 'text as string'],
    ['when it satisfies a type', '(text satisfies string)'],
    ['when it is said not to be null', 'text!'],
    ['in a template', '`${text}`'],
    ['after a comma', "('noon', text)"],
    ['through a function that gives its argument back', '((line: string) => line)(text)'],
    ['out of an array literal', '[text][0]'],
    ['out of an object literal', '{ text }.text'],
    ['behind a default', "(text ?? 'noon')"],
  ])('%s', (_, written) => {
    const program = `import { source, sink } from 'acme-wire';
      const text = source();
      sink(${written});
      sink(${written.replaceAll('text', "'clean'").replace("{ 'clean' }.'clean'", "{ text: 'clean' }.text")});`;
    expect(reportedAt(program)).toEqual(['main.ts:3']);
  });
});
