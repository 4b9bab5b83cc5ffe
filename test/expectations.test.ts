import { describe, expect, test } from 'vitest';
import { compareFindings, readExpectations } from '../testing/expectations.ts';

const read = (line: string) => readExpectations('1-source.ts', line);
const found = { file: '1-source.ts', line: 1, rule: 'no-plaintext-to-log' };

describe('reading expectations', () => {
  test('a line may expect several rules', () => {
    const rules = read('save(body); // $ Alert[no-plaintext-to-disk] Alert[no-plaintext-to-log]');
    expect(rules.map(({ rule }) => rule)).toEqual(['no-plaintext-to-disk', 'no-plaintext-to-log']);
  });

  test('a mark holds for the alerts after it', () => {
    const standings = read('// $ Alert[no-a] MISSING: Alert[no-b] SPURIOUS: Alert[no-c]');
    expect(standings.map(({ standing }) => standing)).toEqual(['reported', 'missing', 'spurious']);
  });

  test('lines count from 1', () => {
    expect(read('\nlog(body); // $ Alert[no-plaintext-to-log]')[0]?.line).toBe(2);
  });

  test('a comment in JSX is read', () => {
    expect(read('{/* $ Alert[no-plaintext-to-log] */}')).toHaveLength(1);
  });

  test('a slip in an expectation is an error, not a silent line', () => {
    expect(() => read('log(body); // $ Alret[no-plaintext-to-log]')).toThrow("cannot read 'Alret");
    expect(() => read('log(body); // $ MISSING:')).toThrow('without Alert[rule]');
  });
});

describe('comparing findings', () => {
  test('an expected finding that is there is right', () => {
    expect(compareFindings(read('// $ Alert[no-plaintext-to-log]'), [found, found])).toEqual([]);
  });

  test('an expected finding that is not there is a difference', () => {
    const differences = compareFindings(read('// $ Alert[no-plaintext-to-log]'), []);
    expect(differences).toEqual(['1-source.ts:1 no-plaintext-to-log: expected, and not reported']);
  });

  test('an unmarked line must be silent', () => {
    expect(compareFindings([], [found])).toEqual([
      '1-source.ts:1 no-plaintext-to-log: reported, and the line has no expectation',
    ]);
  });

  test('a known gap that is closed is a difference', () => {
    expect(compareFindings(read('// $ MISSING: Alert[no-plaintext-to-log]'), [])).toEqual([]);
    expect(compareFindings(read('// $ MISSING: Alert[no-plaintext-to-log]'), [found])).toHaveLength(1);
  });

  test('a known false finding that is gone is a difference', () => {
    expect(compareFindings(read('// $ SPURIOUS: Alert[no-plaintext-to-log]'), [found])).toEqual([]);
    expect(compareFindings(read('// $ SPURIOUS: Alert[no-plaintext-to-log]'), [])).toHaveLength(1);
  });
});
