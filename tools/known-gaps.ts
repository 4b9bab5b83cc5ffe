/** What the fixtures say of the engine: the lines that it is right about, and those that are marked as known gaps. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readExpectations } from '../testing/expectations.ts';
import type { Expectation } from '../testing/expectations.ts';
import { programsIn } from './checklist.ts';
import type { ItemFolder } from './checklist.ts';
import { table } from './table.ts';

/** An expectation, in a file named from `fixtures/`. */
export type FixtureMark = Expectation;

/** The marks of all fixtures, by file and line. */
export function readFixtureMarks(root: string): readonly FixtureMark[] {
  return programsIn(root, '').flatMap((file) =>
    readExpectations(file, readFileSync(join(root, 'fixtures', file), 'utf8')),
  );
}

/** Right, and known to be missed or reported wrongly. */
export const isGap = ({ standing }: FixtureMark): boolean => standing !== 'reported';

/** The checklist, a table for each of its sections: programs, reported lines and gaps of each item. */
export function itemsTables(items: readonly ItemFolder[], marks: readonly FixtureMark[]): string {
  if (items.length === 0) return 'None.';
  return [...Map.groupBy(items, ({ section }) => section)]
    .map(([{ letter, title }, folders]) => {
      const rows = folders.map((item) => [
        `${letter}${item.number}`,
        `[${item.title}](../fixtures/${item.path})`,
        String(item.programs.length),
        ...countsOf(marks.filter(({ file }) => file.startsWith(`${item.path}/`))),
      ]);
      return `### ${letter}. ${title}\n\n${table([['Item', 'Programs in', 'Files', 'Reported', 'Gaps'], ...rows])}`;
    })
    .join('\n\n');
}

/** All other fixtures, a row for each folder. */
export function topicsTable(items: readonly ItemFolder[], marks: readonly FixtureMark[]): string {
  const others = marks.filter(({ file }) => !items.some(({ path }) => file.startsWith(`${path}/`)));
  const rows = [...Map.groupBy(others, ({ file }) => dirname(file))].map(([topic, all]) => [
    `[${topic}](../fixtures/${topic})`,
    ...countsOf(all),
  ]);
  return table([['Fixtures', 'Reported', 'Gaps'], ...rows, ['All fixtures', ...countsOf(marks)]]);
}

/** The lines that are marked as gaps, with their reasons. */
export function gapsTable(marks: readonly FixtureMark[]): string {
  const alike = ({ file, rule, standing, reason }: FixtureMark): string =>
    [file, rule, standing, reason].join('|');
  const rows = [...Map.groupBy(marks.filter(isGap), alike).values()].flatMap(rowOf);
  return rows.length === 0 ? 'None.' : table([['Fixture', 'Lines', 'Rule', 'Gap', 'Reason'], ...rows]);
}

function rowOf(marks: readonly FixtureMark[]): readonly (readonly string[])[] {
  const lines = marks.map(({ line }) => String(line)).join(', ');
  return marks.slice(0, 1).map(({ file, rule, standing, reason = '' }) => {
    const gap = standing === 'missing' ? 'missed' : 'reported wrongly';
    return [`[${file}](../fixtures/${file})`, lines, rule, gap, reason.replaceAll('|', '\\|')];
  });
}

/** The lines that are reported as they should be, and the gaps. */
function countsOf(marks: readonly FixtureMark[]): readonly string[] {
  const gaps = marks.filter(isGap).length;
  return [String(marks.length - gaps), String(gaps)];
}
