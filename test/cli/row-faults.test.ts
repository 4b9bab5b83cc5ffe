/** Rows that name nothing in the declarations are found, each alternative on its own. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Models, Sink } from '../../engine/index.ts';
import { findStaleRows } from '../../cli/models/row-faults.ts';
import { openText, surroundings } from '../../tools/catalogue/virtual-program.ts';

const around = surroundings(join(import.meta.dirname, '../..'), ['esnext'], ['node']);
const open = (text: string) => openText(text, around);
const none: Models = { sources: [], sinks: [], propagators: [], sanitizers: [], guards: [] };
const sinks = (...rows: readonly Omit<Sink, 'kind'>[]): Models => ({
  ...none,
  sinks: rows.map((row) => ({ ...row, kind: 'log' })),
});

describe('a row that names nothing is found', () => {
  const cases = [
    ['a module', { type: 'winstone', path: 'Member[log]' }, "no module 'winstone'"],
    ['a type', { type: 'winston.Loger', path: 'Member[info]' }, "exports no 'Loger'"],
    ['a member', { type: 'winston.Logger', path: 'Member[info,infos]' }, 'nothing at Member[infos]'],
    ['an argument', { type: 'winston.Logger', path: 'Member[child].Argument[2]' }, 'nothing at Argument'],
    [
      'an option',
      { type: 'winston', path: 'Member[createLogger].Argument[0].Member[meta]' },
      'nothing at Member[meta]',
    ],
    ['a global', { type: 'global', path: 'Member[consle].Member[log]' }, 'nothing at Member[consle]'],
    ['a private member', { type: '@aws-sdk/lib-storage.Upload', path: 'Member[params]' }, 'Member[params]'],
  ] as const;
  const stale = findStaleRows(sinks(...cases.map(([, row]) => row)), open);

  test.each(cases)('%s', (_what, { type, path }, fault) => {
    const own = stale.filter((line) => line.startsWith(`${type} · ${path}: `));
    expect(own).toEqual([expect.stringContaining(fault)]);
  });

  test('and the alternative beside it that names something is not', () => {
    expect(stale).toHaveLength(cases.length);
  });

  test('the argument of a propagator', () => {
    const row = { type: 'util', path: 'Member[stripVTControlCharacters]', output: 'ReturnValue' } as const;
    const models: Models = { ...none, propagators: [{ ...row, input: 'Argument[1]', mode: 'taint' }] };
    expect(findStaleRows(models, open)).toEqual([expect.stringContaining('nothing at Argument')]);
  });
});
