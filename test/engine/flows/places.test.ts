/** What a flow says: where it is reported, where it comes from, and each step in between. */
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Flow } from '../../../engine/index.ts';
import { flowsIn, reportedAt, WIRE_ROWS, wirePolicy } from './analysed.ts';

const IMPORTS = "import { source, sink, copy } from 'acme-wire';";

function onlyFlow(files: string | Readonly<Record<string, string>>): Flow {
  const [flow, ...others] = flowsIn(files);
  if (flow === undefined || others.length > 0) throw new Error(`${others.length} flows too many, or none`);
  return flow;
}

/** `4 passed to show()` for each step. */
const stepsOf = ({ steps }: Flow): readonly string[] =>
  steps.map(({ place, what }) => `${place.line} ${what}`);

describe('a flow is reported', () => {
  test('at the sink, where the label is there', () => {
    const { sink, via } = onlyFlow(`${IMPORTS}
      const text = source();
      sink('received', text);`);
    expect({ line: sink.place.line, name: sink.name, via }).toEqual({ line: 3, name: 'sink()', via: '' });
  });

  test('at the call that hands the value to a function that reaches a sink', () => {
    const { sink, via } = onlyFlow(`${IMPORTS}
      function show(line: string): void {
        sink(line);
      }
      show('ready');
      show(source());`);
    expect({ line: sink.place.line, name: sink.name, via }).toEqual({
      line: 6,
      name: 'sink()',
      via: ' through show()',
    });
  });

  test('inside a function that asks its own source', () => {
    expect(
      reportedAt(`${IMPORTS}
      function show(): void {
        sink(source());
      }
      show();`),
    ).toEqual(['main.ts:3']);
  });

  test('inside a function whose parameter is tagged, and not at its calls', () => {
    expect(
      reportedAt(`${IMPORTS}
      import { plaintext, type Plaintext } from 'stateless-runtime';
      function show(line: Plaintext<string>): void {
        sink(line);
      }
      show(plaintext('noon'));`),
    ).toEqual(['main.ts:4']);
  });

  test('in the file of the call, when the function that reaches the sink stands in another', () => {
    expect(
      reportedAt({
        'receive.ts': `${IMPORTS}
          import { show } from './show.ts';
          show(source());`,
        'show.ts':
          "import { sink } from 'acme-wire';\nexport const show = (line: string): void => sink(line);",
      }),
    ).toEqual(['receive.ts:3']);
  });

  test("on the line of the callee's name, when the call is written over several lines", () => {
    const { sink } = onlyFlow({
      'main.ts': `import * as wire from 'acme-wire';
        wire
          .sink(
            wire.source(),
          );`,
    });
    expect(sink.place.line).toBe(3);
  });

  test('with the exact text of the call', () => {
    const { sink, source } = onlyFlow("import { source, sink } from 'acme-wire';\nsink(source());");
    const { file, ...place } = sink.place;
    expect(basename(file)).toBe('main.ts');
    expect(place).toEqual({ line: 2, column: 1, endLine: 2, endColumn: 15 });
    expect(source.place).toMatchObject({ line: 2, column: 6, endLine: 2, endColumn: 14 });
  });

  test('as a name when the row says so, and as content otherwise', () => {
    const named = { type: 'acme-wire', path: 'Member[store].Argument[0]', kind: 'wire', name: true } as const;
    const policy = wirePolicy({}, { sinks: [...WIRE_ROWS.sinks, named] });
    const flows = flowsIn(
      "import { source, sink, store } from 'acme-wire';\nstore(source(), 'noon');\nsink(source());",
      policy,
    );
    expect(flows.map(({ isName }) => isName)).toEqual([true, false]);
  });
});

describe('the steps of a flow', () => {
  test('go from the source to the sink, in the order in which the value travels', () => {
    const flow = onlyFlow(`${IMPORTS}
      const text = source();
      const line = copy(text);
      function show(shown: string): void {
        sink(shown);
      }
      show(line);`);
    expect(stepsOf(flow)).toEqual([
      '2 source() is message',
      '2 assigned to text',
      '3 passed through copy()',
      '3 assigned to line',
      '7 passed to show()',
      '4 assigned to shown',
      '5 reaches sink()',
    ]);
  });

  test('name the files that the value goes through', () => {
    const { steps } = onlyFlow({
      '1-receive.ts': `${IMPORTS}
        import { show } from './2-show.ts';
        show(source());`,
      '2-show.ts':
        "import { sink } from 'acme-wire';\nexport const show = (line: string): void => sink(line);",
    });
    const files = steps.map(({ place }) => basename(place.file));
    expect([...new Set(files)]).toEqual(['1-receive.ts', '2-show.ts']);
  });

  test('say that a function gave the value back', () => {
    const flow = onlyFlow(`${IMPORTS}
      const receive = (): string => source();
      sink(receive());`);
    expect(stepsOf(flow)).toContain('3 returned by receive()');
    expect(flow.via).toBe(' through receive()');
  });
});

describe('one source and one sink are one flow', () => {
  test('when two ways lead from one to the other, told the shorter way', () => {
    const flow = onlyFlow(`${IMPORTS}
      const text = source();
      const quoted = copy(text);
      const line = Math.random() > 0.5 ? text : quoted;
      sink(line);`);
    expect(stepsOf(flow).join('\n')).not.toContain('copy');
  });

  test('when the sink gets the value twice', () => {
    expect(
      reportedAt(`${IMPORTS}
      const text = source();
      sink(text, text, copy(text));`),
    ).toEqual(['main.ts:3']);
  });

  test('and two sinks are two flows, in the order of the text', () => {
    expect(
      reportedAt(`${IMPORTS}
      const text = source();
      sink(text);
      sink(copy(text));`),
    ).toEqual(['main.ts:3', 'main.ts:4']);
  });
});
