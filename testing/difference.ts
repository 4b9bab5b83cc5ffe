/** What is wrong with a fixture, line by line, with the code and what was found instead. */
import type { Expectation, Finding } from './expectations.ts';

/** A finding with its sentence. */
export interface Reported extends Finding {
  readonly message: string;
}

/** One block for each line that is not as expected, in the order of files and lines. */
export function describeDifference(
  expected: readonly Expectation[],
  reported: readonly Reported[],
  texts: ReadonlyMap<string, string>,
): readonly string[] {
  const places = new Map<string, readonly [file: string, line: number]>();
  for (const { file, line } of [...expected, ...reported]) places.set(`${file}:${line}`, [file, line]);
  return [...places.values()].sort(comparePlaces).flatMap(([file, line]) => {
    const isHere = (one: Finding): boolean => one.file === file && one.line === line;
    const faults = faultsOf(expected.filter(isHere), reported.filter(isHere));
    const code = texts.get(file)?.split('\n')[line - 1]?.trim() ?? '';
    return faults.length === 0
      ? []
      : [[`  ${file}:${line}`, `    ${code}`, ...faults.map((one) => `    ${one}`)].join('\n')];
  });
}

function comparePlaces(a: readonly [string, number], b: readonly [string, number]): number {
  return a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? -1 : 1;
}

function faultsOf(expected: readonly Expectation[], reported: readonly Reported[]): readonly string[] {
  const found = new Set(reported.map(({ rule }) => rule));
  const missed = expected.flatMap(({ rule, standing }) => missOf(rule, standing, found.has(rule)) ?? []);
  const known = new Set(expected.map(({ rule }) => rule));
  const extra = reported.filter(({ rule }) => !known.has(rule));
  const told = extra.map(({ rule, message }) => `found ${rule}: ${message}`);
  const nothing = missed.length > 0 && found.size === 0 ? ['found nothing'] : [];
  return [...missed, ...told, ...nothing];
}

function missOf(rule: string, standing: Expectation['standing'], isFound: boolean): string | undefined {
  if (standing === 'reported' && !isFound) return `expected ${rule}`;
  if (standing === 'missing' && isFound) return `${rule} is reported now: take MISSING away`;
  return standing === 'spurious' && !isFound
    ? `${rule} is not reported any more: take SPURIOUS away`
    : undefined;
}
