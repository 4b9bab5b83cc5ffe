/** What the fixtures say of the engine: the lines that it is right about, and those that are marked as known gaps. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { readExpectations } from '../test/expectations.ts';
import type { Expectation, Standing } from '../test/expectations.ts';
import { table } from './table.ts';

/** An expectation, in a file named from `fixtures/`. */
export type FixtureMark = Expectation;

/** The marks of all fixtures, by file and line. */
export function readFixtureMarks(root: string): readonly FixtureMark[] {
  const folder = join(root, 'fixtures');
  const files = globSync('**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}', { cwd: folder })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !file.split('/').includes('node_modules'))
    .sort();
  return files.flatMap((file) => readExpectations(file, readFileSync(join(folder, file), 'utf8')));
}

/** How many lines of each topic are reported as they should be, missed, and reported wrongly. */
export function topicsTable(marks: readonly FixtureMark[]): string {
  const rows = groupBy(marks, ({ file }) => dirname(file)).map(([topic, all]) => [
    `[${topic}](../fixtures/${topic})`,
    ...countsOf(all),
  ]);
  return table([['Fixtures', 'Reported', 'Missed', 'Wrong'], ...rows, ['All', ...countsOf(marks)]]);
}

/** The lines that are marked as gaps, a row for each file and rule. */
export function gapsTable(marks: readonly FixtureMark[]): string {
  const gaps = marks.filter(({ standing }) => standing !== 'reported');
  const rows = groupBy(gaps, ({ file, rule }) => `${file} ${rule}`).flatMap(([, all]) => rowOf(all));
  return table([['Fixture', 'Rule', 'Missed lines', 'Wrong lines'], ...rows]);
}

function rowOf(marks: readonly FixtureMark[]): readonly (readonly string[])[] {
  return marks
    .slice(0, 1)
    .map(({ file, rule }) => [
      `[${file}](../fixtures/${file})`,
      rule,
      linesOf(marks, 'missing'),
      linesOf(marks, 'spurious'),
    ]);
}

function linesOf(marks: readonly FixtureMark[], standing: Standing): string {
  return marks
    .filter((mark) => mark.standing === standing)
    .map(({ line }) => String(line))
    .join(', ');
}

function countsOf(marks: readonly FixtureMark[]): readonly string[] {
  const standings: readonly Standing[] = ['reported', 'missing', 'spurious'];
  return standings.map((standing) => String(marks.filter((mark) => mark.standing === standing).length));
}

/** Groups in the order of their first items. */
function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [string, readonly Item[]])[] {
  return [...Map.groupBy(items, keyOf)];
}
