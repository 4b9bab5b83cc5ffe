import { expect, test } from 'vitest';
import { catalogue, kinds } from '../../catalogue/index.ts';
import { parseModels } from '../../engine/models/compile.ts';

test('the catalogue is plain data: it survives a round trip through JSON', () => {
  expect(JSON.parse(JSON.stringify(catalogue))).toEqual(catalogue);
});

test('the policy table is plain data', () => {
  expect(JSON.parse(JSON.stringify(kinds))).toEqual(kinds);
});

test('each sink is of a kind in the policy table', () => {
  const known = new Set<string>(kinds.map((row) => row.kind));
  expect(catalogue.sinks.filter((sink) => !known.has(sink.kind))).toEqual([]);
});

test('every row is of the grammar', () => {
  const modules = parseModels(catalogue);
  const count = [...modules.values()].flatMap((module) => module.rows).length;
  expect(count).toBe(Object.values(catalogue).flat().length);
});

test('no row stands twice', () => {
  const rows = Object.values(catalogue)
    .flat()
    .map((row) => JSON.stringify(row));
  expect(rows.filter((row, index) => rows.indexOf(row) !== index)).toEqual([]);
});
