/** Rows of CodeQL's models-as-data are read as rows of ours, and errors name the row. */
import { expect, test } from 'vitest';
import { readCodeqlModels } from '../../catalogue/codeql.ts';
import { rowsAtTypes } from '../../catalogue/type-rows.ts';

const file = (extensible: string, ...data: readonly unknown[]) => ({
  extensions: [{ addsTo: { pack: 'codeql/javascript-all', extensible }, data }],
});

test('a sink of an attack by way of a place is a sink of that place', () => {
  const { sinks } = readCodeqlModels(
    file(
      'sinkModel',
      ['@acme/store.Table', 'Member[run].Argument[0]', 'sql-injection'],
      ['@acme/files', 'Member[open].Argument[0]', 'path-injection'],
      ['@acme/audit', 'Member[write].Argument[0]', 'log'],
    ),
  ).models;
  expect(sinks).toEqual([
    { type: '@acme/store.Table', path: 'Member[run].Argument[0]', kind: 'database' },
    { type: '@acme/files', path: 'Member[open].Argument[0]', kind: 'disk', name: true },
    { type: '@acme/audit', path: 'Member[write].Argument[0]', kind: 'log' },
  ]);
});

test('sinks of attacks that take nothing out of the program are passed over', () => {
  const content = file('sinkModel', ['@acme/page', 'Member[render].Argument[0]', 'html-injection']);
  expect(readCodeqlModels(content).models.sinks).toEqual([]);
});

test('sources, summaries, barriers and guards are sources, propagators, sanitizers and guards', () => {
  const content = {
    extensions: [
      ...file('sourceModel', ['@acme/inbox', 'Member[read].ReturnValue', 'plaintext']).extensions,
      ...file('summaryModel', ['@acme/text', 'Member[wrap]', 'Argument[0]', 'ReturnValue', 'taint'])
        .extensions,
      ...file('barrierModel', ['@acme/redact', 'Member[mask].ReturnValue', 'log-injection']).extensions,
      ...file('barrierGuardModel', ['@acme/redact', 'Member[isPublic].Argument[0]', 'true', 'plaintext'])
        .extensions,
    ],
  };
  expect(readCodeqlModels(content).models).toEqual({
    sources: [{ type: '@acme/inbox', path: 'Member[read].ReturnValue' }],
    sinks: [],
    propagators: [
      {
        type: '@acme/text',
        path: 'Member[wrap]',
        input: 'Argument[0]',
        output: 'ReturnValue',
        mode: 'taint',
      },
    ],
    sanitizers: [{ type: '@acme/redact', path: 'Member[mask].ReturnValue', kinds: ['log'] }],
    guards: [{ type: '@acme/redact', path: 'Member[isPublic].Argument[0]', accepting: 'true' }],
  });
});

test('rows of a type hold where its instances are found, through other types too', () => {
  const { types } = readCodeqlModels(
    file(
      'typeModel',
      ['pg.Pool', '@acme/db.Db', 'Member[pool]'],
      ['@acme/db.Db', '@acme/db', 'Member[open].ReturnValue'],
    ),
  );
  const none = { sources: [], propagators: [], sanitizers: [], guards: [] };
  const sinks = [{ type: 'pg.Pool', path: 'Member[query].Argument[0]', kind: 'database' }];
  expect(rowsAtTypes({ ...none, sinks }, types).sinks).toEqual([
    { type: '@acme/db.Db', path: 'Member[pool].Member[query].Argument[0]', kind: 'database' },
    {
      type: '@acme/db',
      path: 'Member[open].ReturnValue.Member[pool].Member[query].Argument[0]',
      kind: 'database',
    },
  ]);
});

test.each([
  [{}, 'the file: extensions is missing'],
  [{ extensions: [{ data: [] }] }, 'extensions[0]: addsTo.extensible is missing'],
  [
    file('sinkModel', ['@acme/audit', 'Member[write]']),
    'sinkModel[0]: is no row; allowed is a list of 3 texts',
  ],
  [file('sinkModel', ['a', 'b', 'log'], ['a', 'b', 'paper']), "sinkModel[1]: there is no kind 'paper'"],
  [file('summaryModel', ['a', 'b', 'c', 'd', 'copy']), "summaryModel[0]: the kind is 'copy'"],
])('%j is refused with its place', (content, fault) => {
  expect(() => readCodeqlModels(content)).toThrow(fault);
});
