/** The analysis as its faces see it: shared where it may be, apart where it must be, the same file by file. */
import { describe, expect, test } from 'vitest';
import { createAnalysis } from '../../../engine/index.ts';
import { fileOf } from '../../program.ts';
import { WIRE_ROWS, wirePolicy, wireProgram } from './analysed.ts';

const FILES = {
  'receive.ts': `import { source, sink } from 'acme-wire';
    export const receive = (): string => source();
    sink(receive());`,
  'forward.ts': `import { sink } from 'acme-wire';
    import { receive } from './receive.ts';
    sink(receive());`,
  'clock.ts': 'export const now = (): number => Date.now();',
};

describe('one analysis', () => {
  test('answers for one program under equal policies', () => {
    const program = wireProgram(FILES);
    expect(createAnalysis(program, wirePolicy())).toBe(createAnalysis(program, wirePolicy()));
  });

  test('is another under another policy, and says what that policy says', () => {
    const program = wireProgram(FILES);
    const full = createAnalysis(program, wirePolicy());
    const silent = createAnalysis(program, wirePolicy({}, { sinks: [] }));
    expect(silent).not.toBe(full);
    expect([...silent.flows()]).toEqual([]);
    expect([...full.flows()]).toHaveLength(2);
  });

  test('is another for another program, with equal flows for equal texts', () => {
    const [first, second] = [wireProgram(FILES), wireProgram(FILES)].map((program) =>
      createAnalysis(program, wirePolicy()),
    );
    expect(first).not.toBe(second);
    expect([...(first?.flows() ?? [])]).toEqual([...(second?.flows() ?? [])]);
  });

  test('gives a file the flows that are reported in it, whatever file is asked first', () => {
    const program = wireProgram(FILES);
    const analysis = createAnalysis(program, wirePolicy());
    const names = ['clock.ts', 'forward.ts', 'receive.ts'];
    const counts = names.map((name) => analysis.flowsIn(fileOf(program, name)).length);
    expect(counts).toEqual([0, 1, 1]);
    expect(names.flatMap((name) => analysis.flowsIn(fileOf(program, name)))).toEqual([...analysis.flows()]);
  });

  test('finds nothing in a program without a source or a tag', () => {
    const program = wireProgram(FILES);
    const policy = wirePolicy({}, { sources: [], sinks: WIRE_ROWS.sinks });
    expect([...createAnalysis(program, policy).flows()]).toEqual([]);
  });

  test('refuses a row whose path means nothing, and names it', () => {
    const bad = { type: 'acme-wire', path: 'Nothing[sink]', kind: 'wire' };
    const analysis = createAnalysis(wireProgram(FILES), wirePolicy({}, { sinks: [bad] }));
    expect(() => [...analysis.flows()]).toThrow('Nothing[sink]');
  });
});
