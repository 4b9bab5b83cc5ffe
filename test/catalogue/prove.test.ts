/** The proof of rows: a line that hands plaintext to each, reported by the right rule, and silent for an id. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../../catalogue/index.ts';
import type { Models, Sink } from '../../engine/index.ts';
import { ownersOf } from '../../tools/catalogue/batches.ts';
import { proveBatch } from '../../tools/catalogue/prove.ts';
import { surroundings } from '../../tools/catalogue/virtual-program.ts';

const repository = join(import.meta.dirname, '../..');
const none: Models = { sources: [], sinks: [], propagators: [], sanitizers: [], guards: [] };
const around = surroundings(repository, ['esnext'], ['node']);

const prove = (models: Partial<Models>, hasFixtures = false) =>
  proveBatch({ name: 'rows', models: { ...none, ...models }, around, hasFixtures });

const rowsOf = (type: string): readonly Sink[] => catalogue.sinks.filter((row) => row.type === type);

test('rows of a logger are proved on its declarations', () => {
  const sinks = rowsOf('winston.Logger');
  expect(prove({ sinks })).toMatchObject({
    rows: sinks.length,
    proved: sinks.length,
    shown: sinks.length,
    lookedUp: 0,
    stale: [],
    unproved: [],
  });
});

test('a row that no line can show counts as looked up, not as shown', () => {
  const propagators = catalogue.propagators.filter(({ type }) => type === 'stream.Readable');
  const { proved, shown, lookedUp } = prove({ propagators }, true);
  expect(shown + lookedUp).toBe(proved);
  expect(lookedUp).toBeGreaterThan(0);
});

test('rows that no argument carries are proved by the call', () => {
  const sinks = rowsOf('v8');
  expect(prove({ sinks })).toMatchObject({ proved: sinks.length, unproved: [] });
});

test('a row that names no member is stale', () => {
  const sinks = [{ type: 'winston.Logger', path: 'Member[infos].Argument[0]', kind: 'log' }];
  expect(prove({ sinks })).toMatchObject({ proved: 0, stale: [expect.stringContaining('Member[infos]')] });
});

test('a row that the catalogue reports as another kind is not proved', () => {
  const sinks = [{ type: 'winston.Logger', path: 'Member[info].Argument[0]', kind: 'queue' }];
  expect(prove({ sinks }).unproved).toEqual([expect.stringContaining('log reported instead of queue')]);
});

test('a propagator that gives out nothing is not proved', () => {
  const row = { type: 'winston', path: 'Member[format].Member[label]', mode: 'taint' } as const;
  const propagators = [{ ...row, input: 'Argument[0]', output: 'ReturnValue' }];
  expect(prove({ propagators }).unproved).toEqual([expect.stringContaining('nothing comes out')]);
});

test('a sanitizer that clears nothing is not proved', () => {
  const sanitizers = [{ type: 'util', path: 'Member[inspect]', input: 'Argument[1]', output: 'ReturnValue' }];
  expect(prove({ sanitizers }).unproved).toEqual([expect.stringContaining('still reported')]);
});

test('the catalogue speaks of more than 150 packages with sinks', () => {
  expect(ownersOf({ ...none, sinks: catalogue.sinks }).length).toBeGreaterThan(150);
});
