/** What rows say of declared functions: sources, sinks, sanitizers and barrier guards. */
import { describe, expect, test } from 'vitest';
import type { Guard, Models, Sanitizer } from '../../../engine/index.ts';
import { flowsIn, reportedAt, WIRE_ROWS, wirePolicy } from './analysed.ts';

/** A package that declares what rows are about. */
const REDACT = {
  'node_modules/acme-redact/package.json': '{ "name": "acme-redact", "types": "./index.d.ts" }',
  'node_modules/acme-redact/index.d.ts': `
    export declare function mask(text: string): string;
    export declare function isPublic(text: string): boolean;
    export declare function key(): string;
  `,
};

const IMPORTS = `import { source, sink } from 'acme-wire';
import { mask, isPublic, key } from 'acme-redact';
`;

/** The lines of the body, from 1, at which a flow is reported under the rows. */
function reportedLines(rows: Partial<Models>, body: string): readonly number[] {
  const flows = flowsIn({ ...REDACT, 'main.ts': `${IMPORTS}${body}` }, wirePolicy({}, rows));
  return flows.map(({ sink }) => sink.place.line - 2);
}

const sanitizers = (...rows: readonly Sanitizer[]): Partial<Models> => ({ sanitizers: rows });
const guards = (...rows: readonly Guard[]): Partial<Models> => ({ guards: rows });

describe('a sanitizer', () => {
  const masked = `sink(mask(source()));
sink(source());`;

  test('is nothing without a row', () => {
    expect(reportedLines({}, masked)).toEqual([1, 2]);
  });

  test('that names the clean value clears it, and nothing beside it', () => {
    const row = { type: 'acme-redact', path: 'Member[mask].ReturnValue' };
    expect(reportedLines(sanitizers(row), masked)).toEqual([2]);
  });

  test('that names the callee with input and output clears what comes out', () => {
    const row = { type: 'acme-redact', path: 'Member[mask]', input: 'Argument[0]', output: 'ReturnValue' };
    expect(reportedLines(sanitizers(row), masked)).toEqual([2]);
  });

  test('leaves the value that it was given as it was', () => {
    const row = { type: 'acme-redact', path: 'Member[mask].ReturnValue' };
    const body = `const text = source();
const masked = mask(text);
sink(masked);
sink(text);`;
    expect(reportedLines(sanitizers(row), body)).toEqual([4]);
  });

  test('of some kinds clears for those alone', () => {
    const at = { type: 'acme-redact', path: 'Member[mask]', input: 'Argument[0]', output: 'ReturnValue' };
    expect(reportedLines(sanitizers({ ...at, kinds: ['wire'] }), masked)).toEqual([2]);
    expect(reportedLines(sanitizers({ ...at, kinds: ['log'] }), masked)).toEqual([1, 2]);
  });

  test('of some labels clears those alone', () => {
    const at = { type: 'acme-redact', path: 'Member[mask]', input: 'Argument[0]', output: 'ReturnValue' };
    expect(reportedLines(sanitizers({ ...at, labels: ['message'] }), masked)).toEqual([2]);
    expect(reportedLines(sanitizers({ ...at, labels: ['key'] }), masked)).toEqual([1, 2]);
  });

  test('counts also where it is called by a helper', () => {
    const row = { type: 'acme-redact', path: 'Member[mask].ReturnValue' };
    const body = `const show = (text: string): void => sink(mask(text));
show(source());
const showAll = (text: string): void => sink(text);
showAll(source());`;
    expect(reportedLines(sanitizers(row), body)).toEqual([4]);
  });
});

describe('a barrier guard', () => {
  const branches = `const text = source();
if (isPublic(text)) {
  sink(text);
} else {
  sink(text);
}
sink(text);`;
  const at = { type: 'acme-redact', path: 'Member[isPublic].Argument[0]' };

  test('is nothing without a row', () => {
    expect(reportedLines({}, branches)).toEqual([3, 5, 7]);
  });

  test('that accepts true clears the branch where the call is true', () => {
    expect(reportedLines(guards({ ...at, accepting: 'true' }), branches)).toEqual([5, 7]);
  });

  test('that accepts false clears the other branch', () => {
    expect(reportedLines(guards({ ...at, accepting: 'false' }), branches)).toEqual([3, 7]);
  });

  test('holds after an early return', () => {
    const body = `function show(text: string): void {
  if (!isPublic(text)) return;
  sink(text);
}
show(source());`;
    expect(reportedLines({}, body)).toEqual([5]);
    expect(reportedLines(guards({ ...at, accepting: 'true' }), body)).toEqual([]);
  });

  test('clears only the value that it was asked about', () => {
    const body = `const text = source();
const other = source();
if (isPublic(text)) sink(text, other);`;
    expect(reportedLines(guards({ ...at, accepting: 'true' }), body)).toEqual([3]);
  });

  test('ends when the name is given another value', () => {
    const body = `let text = source();
if (isPublic(text)) {
  sink(text);
  text = source();
  sink(text);
}`;
    expect(reportedLines(guards({ ...at, accepting: 'true' }), body)).toEqual([5]);
  });

  test('of some kinds or labels clears those alone', () => {
    const accepting = 'true';
    expect(reportedLines(guards({ ...at, accepting, kinds: ['wire'] }), branches)).toEqual([5, 7]);
    expect(reportedLines(guards({ ...at, accepting, kinds: ['log'] }), branches)).toEqual([3, 5, 7]);
    expect(reportedLines(guards({ ...at, accepting, labels: ['message'] }), branches)).toEqual([5, 7]);
    expect(reportedLines(guards({ ...at, accepting, labels: ['key'] }), branches)).toEqual([3, 5, 7]);
  });
});

describe('a source', () => {
  const keySource = { type: 'acme-redact', path: 'Member[key].ReturnValue', label: 'key' };
  const sources = [...WIRE_ROWS.sources, keySource];

  test('gives its label to the flow', () => {
    const body = `${IMPORTS}sink(source());\nsink(key());`;
    const flows = flowsIn({ ...REDACT, 'main.ts': body }, wirePolicy({}, { sources }));
    expect(flows.map(({ labels, source: { name } }) => [name, labels])).toEqual([
      ['source()', ['message']],
      ['key()', ['key']],
    ]);
  });

  test('without a label is plaintext', () => {
    const bare = { type: 'acme-redact', path: 'Member[key].ReturnValue' };
    const [flow] = flowsIn(
      { ...REDACT, 'main.ts': `${IMPORTS}sink(key());` },
      wirePolicy({}, { sources: [bare] }),
    );
    expect(flow?.labels).toEqual(['plaintext']);
  });

  test('may be what a promise of a declared function resolves to', () => {
    const opened = { type: 'acme-open', path: 'Member[open].ReturnValue.Awaited' };
    const files = {
      'node_modules/acme-open/package.json': '{ "name": "acme-open", "types": "./index.d.ts" }',
      'node_modules/acme-open/index.d.ts': 'export declare function open(): Promise<string>;',
      'main.ts': "import { sink } from 'acme-wire';\nimport { open } from 'acme-open';\nsink(await open());",
    };
    expect(reportedAt(files, wirePolicy({}, { sources: [opened] }))).toEqual(['main.ts:3']);
  });
});

describe('a sink', () => {
  const keySource = { type: 'acme-redact', path: 'Member[key].ReturnValue', label: 'key' };
  const body = `sink(source());
sink(key());`;

  test('takes every label unless its row names some', () => {
    const sources = [...WIRE_ROWS.sources, keySource];
    const only = WIRE_ROWS.sinks.map((row) => ({ ...row, labels: ['key'] }));
    expect(reportedLines({ sources }, body)).toEqual([1, 2]);
    expect(reportedLines({ sources, sinks: only }, body)).toEqual([2]);
  });

  test('that names labels lets the others through a helper as well', () => {
    const sources = [...WIRE_ROWS.sources, keySource];
    const sinks = WIRE_ROWS.sinks.map((row) => ({ ...row, labels: ['key'] }));
    const helper = `const show = (text: string): void => sink(text);
show(source());
show(key());`;
    expect(reportedLines({ sources, sinks }, helper)).toEqual([3]);
  });

  test('is the argument that the row names, and no other', () => {
    const first = [{ type: 'acme-wire', path: 'Member[store].Argument[1]', kind: 'wire' }];
    const stored = `import { store } from 'acme-wire';
store(source(), 'noon');
store('noon', source());`;
    expect(reportedLines({ sinks: first }, stored)).toEqual([3]);
  });
});
