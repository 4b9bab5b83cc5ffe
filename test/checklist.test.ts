/** The checklist of flows is whole: each item has programs that are analysed, and the gaps are few and say why. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { programsIn, readItemFolders, readSections } from '../tools/checklist.ts';
import type { ItemFolder } from '../tools/checklist.ts';
import { isGap, readFixtureMarks } from '../tools/known-gaps.ts';
import { findFixtures, repository } from './fixtures.ts';

/** More would be a list of excuses. */
const MAX_GAPS = 15;

const sections = readSections(repository);
const folders = readItemFolders(repository, sections);
const marks = readFixtureMarks(repository);

describe.each(sections)('section $letter, $title', (section) => {
  const own = folders.filter((folder) => folder.section === section);

  test('has a folder for each of its items', () => {
    const numbers = new Set(own.map(({ number }) => number));
    expect(section.items.filter((item) => !numbers.has(item))).toEqual([]);
  });

  test('has no folder for an item that is not on the list', () => {
    expect(own.filter(({ number }) => !section.items.includes(number)).map(({ path }) => path)).toEqual([]);
  });

  test('has a program in each folder, and an expectation unless the item is about silence', () => {
    const isIn = ({ path }: ItemFolder) => marks.some(({ file }) => file.startsWith(`${path}/`));
    const isToldBy = (folder: ItemFolder) => isIn(folder) || section.silent?.includes(folder.number) === true;
    const untold = own.filter((folder) => folder.programs.length === 0 || !isToldBy(folder));
    expect(untold.map(({ path }) => path)).toEqual([]);
  });
});

test('each program of the checklist is analysed', () => {
  const analysed = new Set(findFixtures().flatMap(filesOf));
  const left = programsIn(repository, 'flow').filter((file) => !analysed.has(absolute(file)));
  expect(left).toEqual([]);
});

test('each gap of a fixture says why it is one', () => {
  const silent = marks.filter((mark) => isGap(mark) && (mark.reason ?? '').trim() === '');
  expect(silent.map(({ file, line }) => `${file}:${line}`)).toEqual([]);
});

test(`there are at most ${MAX_GAPS} gaps in all fixtures`, () => {
  expect(marks.filter(isGap).length).toBeLessThanOrEqual(MAX_GAPS);
});

test('each folder of flows is a section of the checklist', () => {
  const known = new Set(sections.map(({ folder }) => folder));
  const others = programsIn(repository, 'flow').filter((file) => !known.has(file.split('/')[1] ?? ''));
  expect([...new Set(others.map(dirname))]).toEqual([]);
});

/** The files that a fixture names as its roots. */
function filesOf(fixture: string): readonly string[] {
  const folder = absolute(fixture);
  const file = join(folder, 'tsconfig.json');
  if (!existsSync(file)) return [];
  const { config } = ts.readConfigFile(file, (path) => ts.sys.readFile(path));
  return ts.parseJsonConfigFileContent(config, ts.sys, folder).fileNames;
}

function absolute(path: string): string {
  return join(repository, 'fixtures', path);
}
