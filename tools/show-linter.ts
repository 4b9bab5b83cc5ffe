/** Shows the linter on the example and its leaky twin, and compares what it finds with what their lines are marked with. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Expectation } from '../testing/expectations.ts';
import { compareFindings, readExpectations } from '../testing/expectations.ts';
import type { Finding, Place } from './run-check.ts';
import { findingsOf, root } from './run-check.ts';

type Print = (line: string) => void;

const leaky = 'examples/leaky-summariser';
const clean = 'examples/summariser';

/** True when every marked leak is found, and nothing else. */
export function showLinter(print: Print): boolean {
  return [showLeakyTwin(print), showCleanService(print)].every(Boolean);
}

function showLeakyTwin(print: Print): boolean {
  print(`What the linter finds in ${leaky}, the service as an ordinary team would write it:`);
  const findings = findingsOf(`${leaky}/tsconfig.json`);
  findings.forEach((finding, index) => {
    showFinding(print, finding, index + 1);
  });
  return judge(print, findings);
}

function showFinding(print: Print, { rule, message, source, sink, steps }: Finding, number: number): void {
  print('');
  print(`${number}. ${message}  [${rule}]`);
  print(`   source  ${at(source)}  ${source.name}`);
  for (const step of steps) print(`   step    ${at(step)}  ${step.what}`);
  print(`   sink    ${at(sink)}  ${sink.name}`);
}

function at({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function judge(print: Print, findings: readonly Finding[]): boolean {
  const { expectations, lookAlikes } = readMarks(leaky);
  const marked = expectations.filter(({ standing }) => standing === 'reported');
  const reported = findings.map(({ rule, sink }) => ({ rule, file: sink.file, line: sink.line }));
  const faults = compareFindings(expectations, reported);
  const found = marked.filter((mark) =>
    reported.some((one) => isSameLine(one, mark) && one.rule === mark.rule),
  );
  const flagged = lookAlikes.filter((mark) => reported.some((one) => isSameLine(one, mark)));
  print('');
  print(
    `${found.length} of ${marked.length} marked leaks found, ${flagged.length} of ${lookAlikes.length} look-alikes flagged.`,
  );
  for (const fault of faults) print(`Not as marked: ${fault}`);
  return faults.length === 0;
}

interface Line {
  readonly file: string;
  readonly line: number;
}

function isSameLine(one: Line, other: Line): boolean {
  return one.file === other.file && one.line === other.line;
}

interface Marks {
  readonly expectations: readonly Expectation[];
  /** Lines that look like a leak and are none, marked with `// look-alike: why`. */
  readonly lookAlikes: readonly Line[];
}

function readMarks(folder: string): Marks {
  const files = globSync(`${folder}/**/*.ts`, {
    cwd: root,
    exclude: ['**/node_modules/**', '**/dist/**'],
  }).sort();
  const texts = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
  return {
    expectations: texts.flatMap(({ file, text }) => readExpectations(file, text)),
    lookAlikes: texts.flatMap(({ file, text }) => lookAlikeLines(file, text)),
  };
}

function lookAlikeLines(file: string, text: string): readonly Line[] {
  return text
    .split('\n')
    .flatMap((content, index) => (/\/\/ look-alike: /.test(content) ? [{ file, line: index + 1 }] : []));
}

function showCleanService(print: Print): boolean {
  const findings = findingsOf(`${clean}/tsconfig.json`);
  print('');
  print(
    `What it finds in ${clean}, the same service on the guard: ${findings.length === 0 ? 'nothing' : ''}`,
  );
  findings.forEach((finding, index) => {
    showFinding(print, finding, index + 1);
  });
  return findings.length === 0;
}
