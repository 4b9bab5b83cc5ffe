import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../catalogue/index.ts';
import type { Models, Sink } from '../../engine/index.ts';
import { findStaleRows } from '../../tools/catalogue/verify.ts';

const repository = join(import.meta.dirname, '../..');
const none: Models = { sources: [], sinks: [], propagators: [], sanitizers: [], guards: [] };
const sinks = (...rows: readonly Omit<Sink, 'kind'>[]): Models => ({
  ...none,
  sinks: rows.map((row) => ({ ...row, kind: 'log' })),
});

test('every row names something in the declarations of the installed packages', () => {
  expect(findStaleRows(catalogue, repository)).toEqual([]);
});

describe('a row that names nothing is found', () => {
  test.each([
    ['a module', { type: 'winstone', path: 'Member[log]' }, "no module 'winstone'"],
    ['a type', { type: 'winston.Loger', path: 'Member[info]' }, "exports no 'Loger'"],
    ['a member', { type: 'winston.Logger', path: 'Member[info,infos]' }, 'nothing at Member[infos]'],
    ['an argument', { type: 'winston.Logger', path: 'Member[child].Argument[2]' }, 'nothing at Argument'],
    ['an option', { type: 'winston', path: 'Member[createLogger].Argument[0].Member[meta]' }, 'Member[meta]'],
    ['a global', { type: 'global', path: 'Member[consle].Member[log]' }, 'nothing at Member[consle]'],
    ['a private member', { type: '@aws-sdk/lib-storage.Upload', path: 'Member[params]' }, 'Member[params]'],
  ])('%s', (_what, row, fault) => {
    expect(findStaleRows(sinks(row), repository)).toEqual([expect.stringContaining(fault)]);
  });

  test('the argument of a propagator', () => {
    const row = { type: 'util', path: 'Member[stripVTControlCharacters]', output: 'ReturnValue' } as const;
    const models: Models = { ...none, propagators: [{ ...row, input: 'Argument[1]', mode: 'taint' }] };
    expect(findStaleRows(models, repository)).toEqual([expect.stringContaining('nothing at Argument')]);
  });
});
