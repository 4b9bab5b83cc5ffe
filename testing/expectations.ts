/** Reads the findings that a fixture expects, from comments such as `// $ Alert[no-plaintext-to-log]`, and compares. */

/** One finding: a rule on a line, counted from 1, of a file named relative to its fixture. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
}

/**
 * `reported`: right, and reported. `missing`: right, and known not to be reported yet.
 * `spurious`: wrong, and known to be reported.
 */
export type Standing = 'reported' | 'missing' | 'spurious';

export interface Expectation extends Finding {
  readonly standing: Standing;
  /** Why a gap is one: what stands behind ` - ` at the end of its mark. */
  readonly reason?: string;
}

/** The expectations of one file's text. Throws on a `$` comment that says nothing, so that a slip is not a silent line. */
export function readExpectations(file: string, text: string): readonly Expectation[] {
  return text.split(/\r?\n/).flatMap((content, index) => readLine(file, index + 1, content));
}

/** What is wrong, one readable line each; empty when the findings are what the expectations say. */
export function compareFindings(
  expectations: readonly Expectation[],
  findings: readonly Finding[],
): readonly string[] {
  const found = new Set(findings.map(keyOf));
  const expected = new Map(expectations.map((expectation) => [keyOf(expectation), expectation.standing]));
  const unmet = expectations.flatMap((expectation) => {
    const fault = faultOf(expectation.standing, found.has(keyOf(expectation)));
    return fault === undefined ? [] : [`${keyOf(expectation)}: ${fault}`];
  });
  const unexpected = [...found]
    .filter((key) => !expected.has(key))
    .map((key) => `${key}: reported, and the line has no expectation`);
  return [...unmet, ...unexpected].sort();
}

const MARK = /(?:\/\/|\/\*)\s*\$\s(.*)$/;
const WORD = /(MISSING|SPURIOUS):|Alert\[([a-z-]+)\]|(\*\/\}?|\S+)/g;

function readLine(file: string, line: number, content: string): readonly Expectation[] {
  const mark = MARK.exec(content)?.[1];
  if (mark === undefined) return [];
  const [marks = '', reason] = mark.split(' - ');
  const why = reason === undefined ? {} : { reason };
  const expectations: Expectation[] = [];
  let standing: Standing = 'reported';
  for (const [, mode, rule, other] of marks.matchAll(WORD)) {
    if (mode !== undefined) standing = mode === 'MISSING' ? 'missing' : 'spurious';
    else if (rule !== undefined) expectations.push({ file, line, rule, standing, ...why });
    else if (other?.startsWith('*/') !== true) throw new Error(`${file}:${line}: cannot read '${other}'`);
  }
  if (expectations.length === 0) throw new Error(`${file}:${line}: an expectation without Alert[rule]`);
  return expectations;
}

function keyOf({ file, line, rule }: Finding): string {
  return `${file}:${line} ${rule}`;
}

function faultOf(standing: Standing, isFound: boolean): string | undefined {
  if (standing === 'reported' && !isFound) return 'expected, and not reported';
  if (standing === 'missing' && isFound) return 'reported now: take the MISSING mark away';
  if (standing === 'spurious' && !isFound) return 'not reported any more: take the SPURIOUS mark away';
  return undefined;
}
