/** Where the analysis cannot see on: what it takes for granted there, and that it says so. */
import { describe, expect, test } from 'vitest';
import type { Gap } from '../../../engine/index.ts';
import { createAnalysis } from '../../../engine/index.ts';
import { fileOf } from '../../program.ts';
import { reportedAt, wirePolicy, wireProgram } from './analysed.ts';

const ignoring = wirePolicy({ unmodelledCalls: 'ignore' });

function gapsOf(text: string, policy = wirePolicy()): readonly Gap[] {
  const program = wireProgram(text);
  return createAnalysis(program, policy).incompleteIn(fileOf(program, 'main.ts'));
}

const linesOf = (gaps: readonly Gap[]): readonly string[] =>
  gaps.map(({ reason, place, detail }) => `${place.line} ${reason} ${detail}`);

describe('a call of which nothing is known', () => {
  const copied = `import { source, sink, strangeCopy } from 'acme-wire';
    sink(strangeCopy(source()));`;

  test('gives back what it was given', () => {
    expect(reportedAt(copied)).toEqual(['main.ts:2']);
  });

  test('gives back nothing when such calls are ignored', () => {
    expect(reportedAt(copied, ignoring)).toEqual([]);
  });

  test('leaves the value itself labelled, also when such calls are ignored', () => {
    const kept = `import { source, sink, strangeCopy } from 'acme-wire';
      const text = source();
      strangeCopy(text);
      sink(text);`;
    expect(reportedAt(kept, ignoring)).toEqual(['main.ts:4']);
  });

  test('may put what it was given into an object that it was given as well', () => {
    const filled = `import { source, sink } from 'acme-wire';
      declare function fill(target: { text: string }, text: string): void;
      const target = { text: '' };
      fill(target, source());
      sink(target.text);`;
    expect(reportedAt(filled)).toEqual(['main.ts:5']);
    expect(reportedAt(filled, ignoring)).toEqual([]);
  });

  test('may call a function that it was given, with what it was given', () => {
    const called = `import { source, sink } from 'acme-wire';
      declare function later(text: string, then: (text: string) => void): void;
      later(source(), (text) => sink(text));`;
    expect(reportedAt(called)).toEqual(['main.ts:3']);
  });

  test('cannot hide plaintext in a boolean', () => {
    const asked = `import { source, sink } from 'acme-wire';
      declare function isLong(text: string): boolean;
      sink(isLong(source()));`;
    expect(reportedAt(asked)).toEqual([]);
  });
});

describe('a gap', () => {
  test('is a call of which nothing is known, when plaintext goes in', () => {
    const gaps = gapsOf(`import { source, strangeCopy } from 'acme-wire';
      strangeCopy(source());`);
    expect(linesOf(gaps)).toEqual(['2 unmodelled strangeCopy()']);
  });

  test('is none when only clean values go in', () => {
    expect(
      gapsOf(`import { source, strangeCopy } from 'acme-wire';
      source();
      strangeCopy('noon');`),
    ).toEqual([]);
  });

  test('is none where a row says what the call does', () => {
    expect(
      gapsOf(`import { source, sink, copy } from 'acme-wire';
      sink(copy(source()));`),
    ).toEqual([]);
  });

  test('is in a helper when a caller hands plaintext to it, and only then', () => {
    const helper = `import { source, strangeCopy } from 'acme-wire';
      const translate = (text: string): string => strangeCopy(text);
      const polish = (text: string): string => strangeCopy(text);
      const rewrite = (text: string): string => translate(text);
      rewrite(source());
      polish('noon');`;
    expect(linesOf(gapsOf(helper))).toEqual(['2 unmodelled strangeCopy()']);
  });

  test('is an `any` where the callee has no type', () => {
    const gaps = gapsOf(`import { source } from 'acme-wire';
      declare const vendor: any;
      vendor.translate(source());
      vendor.translate('noon');`);
    expect(linesOf(gaps)).toEqual(['3 any vendor.translate()']);
  });

  test('is a depth where a path is longer than paths may be', () => {
    const names = Array.from({ length: 14 }, (_, index) => `m${index}`);
    const nested = names.reduceRight((inner, name) => `{ ${name}: ${inner} }`, 'source()');
    const gaps = gapsOf(`import { source, sink } from 'acme-wire';
      const show = (deep: any): void => sink(deep.${names.join('.')});
      show(${nested});`);
    expect(gaps.map(({ place, reason }) => `${place.line} ${reason}`)).toEqual(['2 depth']);
  });

  test('is listed by its place, in the file that it is in', () => {
    const program = wireProgram({
      'main.ts':
        "import { source, strangeCopy } from 'acme-wire';\nstrangeCopy(source());\nstrangeCopy(source());",
      'other.ts': "import { source } from 'acme-wire';\nexport const text = source();",
    });
    const analysis = createAnalysis(program, wirePolicy());
    const lines = analysis.incompleteIn(fileOf(program, 'main.ts')).map(({ place }) => place.line);
    expect(lines).toEqual([2, 3]);
    expect(analysis.incompleteIn(fileOf(program, 'other.ts'))).toEqual([]);
  });
});

/** A function in which every variable is made of all the ones before it, through objects and closures. */
function monster(size: number): string {
  const lines = Array.from({ length: size }, (_, at) => {
    const before = Array.from({ length: Math.min(at, 24) }, (_, back) => `state.field${at - back - 1}`);
    return `state.field${at} = { self: state, all: [${before.join(', ')}], read: () => state.field${at} };`;
  });
  return `import { source, sink } from 'acme-wire';
    sink(entangle(source()));
    export function entangle(text: string): unknown {
      const state: Record<string, any> = { text };
      for (const key of Object.keys(state)) {
        ${lines.join('\n        ')}
      }
      return state;
    }
    sink('noon');`;
}

describe('a function beyond every budget', () => {
  const program = wireProgram(monster(220));
  const analysis = createAnalysis(program, wirePolicy());

  test('ends, and what was given to it is still taken to come out', () => {
    expect([...analysis.flows()].map(({ sink }) => sink.place.line)).toEqual([2]);
  });

  test('is a gap of the budget, at the function', () => {
    const reasons = analysis.incompleteIn(fileOf(program, 'main.ts')).map(({ reason }) => reason);
    expect(reasons).toContain('budget');
  });
});

describe('what a budget cuts short', () => {
  test('is nothing that stands behind the statement that has spent it', () => {
    const text = monster(220).replace('return state;', 'sink(source()); return state;');
    const line = text.split('\n').findIndex((one) => one.includes('sink(source());')) + 1;
    expect(reportedAt(text)).toEqual(['main.ts:2', `main.ts:${line}`]);
  });

  test('is no sink of an input, however many sinks there are', () => {
    const numbers = Array.from({ length: 150 }, (_, at) => at);
    const text = `import { source, sink } from 'acme-wire';
    export function run(): void {
      ${numbers.map((at) => `let kept${at} = '';`).join(' ')}
      const show = (): void => { ${numbers.map((at) => `sink(kept${at});`).join(' ')} };
      kept149 = source();
      show();
    }`;
    expect(reportedAt(text)).toEqual(['main.ts:4']);
  });
});
