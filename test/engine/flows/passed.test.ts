/** Rows about what objects pass on: to listeners of before and after, through properties, and under shared names. */
import { describe, expect, test } from 'vitest';
import type { Models, Propagator } from '../../../engine/index.ts';
import { flowsIn, wirePolicy } from './analysed.ts';

const PHONE = {
  'node_modules/acme-phone/package.json': '{ "name": "acme-phone", "types": "./index.d.ts" }',
  'node_modules/acme-phone/index.d.ts': `
    export declare class Line {
      constructor(options?: { hear?(this: Line, text: string, line: Line): void });
      onring: ((text: string) => void) | undefined;
      readonly last: string;
      ring(name: string, text: string): void;
      listen(name: string, listener: (text: string) => void): void;
      say(text: string): void;
      heard(): string;
    }
  `,
};

const hands = (path: string, input: string, output: string): Propagator => ({
  type: 'acme-phone.Line',
  path,
  input,
  output,
  mode: 'value',
});

const ringing = [
  hands('Member[ring]', 'Argument[1]', 'Argument[this].Member[&>rung:{0}]'),
  hands('Member[listen]', 'Argument[this].Member[&>rung:{0}]', 'Argument[1].Parameter[0]'),
];

/** The lines of the body, from 1, at which a flow is reported under the rows. */
function reportedLines(propagators: readonly Propagator[], body: string): readonly number[] {
  const rows: Partial<Models> = { propagators };
  const text = `import { source, sink } from 'acme-wire';\nimport { Line } from 'acme-phone';\n${body}`;
  return flowsIn({ ...PHONE, 'main.ts': text }, wirePolicy({}, rows)).map(({ sink }) => sink.place.line - 2);
}

describe('what an object passes on', () => {
  test('reaches a listener that came before and one that comes after', () => {
    const body = `export function call(line: Line) {
  line.listen('a', (text) => sink(text));
  line.ring('a', source());
  line.listen('a', (text) => sink(text));
}`;
    expect(reportedLines(ringing, body)).toEqual([2, 4]);
  });

  test('reaches listeners of its name, and those whose name is not known', () => {
    const body = `export function call(name: string) {
  const line = new Line();
  line.listen('a', (text) => sink(text));
  line.listen('b', (text) => sink(text));
  line.listen(name, (text) => sink(text));
  line.ring('a', source());
}`;
    expect(reportedLines(ringing, body)).toEqual([3, 5]);
  });

  test('keeps the members of what is passed apart', () => {
    const body = `const line = new Line() as unknown as { ring(name: string, text: unknown): void } & Line;
line.listen('a', (text) => sink((text as unknown as { id: string }).id));
line.listen('a', (text) => sink((text as unknown as { body: string }).body));
line.ring('a', { id: 'm1', body: source() });`;
    expect(reportedLines(ringing, body)).toEqual([3]);
  });

  test('is told to the caller of a helper', () => {
    const body = `const announce = (line: Line, text: string): void => line.ring('a', text);
export function call() {
  const line = new Line();
  line.listen('a', (text) => sink(text));
  announce(line, source());
}`;
    expect(reportedLines(ringing, body)).toEqual([4]);
  });
});

describe('properties with a behaviour', () => {
  test('are read through their getter', () => {
    const rows = [
      hands('Member[say]', 'Argument[0]', 'Argument[this].Member[&said]'),
      hands('Member[last].Getter', 'Argument[this].Member[&said]', 'ReturnValue'),
    ];
    const body = `const line = new Line();
sink(line.last);
line.say(source());
sink(line.last);`;
    expect(reportedLines(rows, body)).toEqual([4]);
  });

  test('are written through their setter', () => {
    const rows = [
      hands('Member[say]', 'Argument[0]', 'Argument[this].Member[&>said]'),
      hands('Member[onring].Setter', 'Argument[this].Member[&>said]', 'Argument[0].Parameter[0]'),
    ];
    const body = `const line = new Line();
line.onring = (text) => sink(text);
line.say(source());`;
    expect(reportedLines(rows, body)).toEqual([2]);
  });
});

describe('what the whole program shares', () => {
  test('goes from one instance to another', () => {
    const rows = [
      hands('Member[say]', 'Argument[0]', 'Shared[acme-phone].Member[&>said]'),
      hands('Member[heard]', 'Shared[acme-phone].Member[&>said]', 'ReturnValue'),
    ];
    const body = `sink(new Line().heard());
new Line().say(source());`;
    expect(reportedLines(rows, body)).toEqual([1]);
  });
});

describe('functions that an object is made with', () => {
  test('get the object that is made, as an argument and as `this`', () => {
    const at = (parameter: string, input: string) => ({
      ...hands('Member[Line]', input, `Argument[0].Member[hear].Parameter[${parameter}]`),
      type: 'acme-phone',
    });
    const rows = [
      hands('Member[say]', 'Argument[0]', 'Argument[this].Member[&>said]'),
      hands('Member[heard]', 'Argument[this].Member[&>said]', 'ReturnValue'),
      at('0', 'ReturnValue.Member[&>said]'),
      at('1', 'ReturnValue'),
      at('this', 'ReturnValue'),
    ];
    const body = `const line = new Line({ hear(text, self) { sink(text); sink(self.heard()); sink(this.heard()); } });
line.say(source());`;
    expect(reportedLines(rows, body)).toEqual([1, 1, 1]);
  });
});
