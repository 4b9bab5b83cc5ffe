/** Forms of rows besides arguments by identity: calls without data, types by shape, deep writes, the most special type. */
import { describe, expect, test } from 'vitest';
import type { Sink } from '../../../engine/index.ts';
import { flowsIn, reportedAt, WIRE_ROWS, wirePolicy } from './analysed.ts';

const sinks = (...rows: readonly Omit<Sink, 'kind'>[]) =>
  wirePolicy({}, { sinks: [...WIRE_ROWS.sinks, ...rows.map((row) => ({ ...row, kind: 'wire' }))] });

const VAULT = {
  'node_modules/acme-vault/package.json': '{ "name": "acme-vault", "types": "./index.d.ts" }',
  'node_modules/acme-vault/index.d.ts': `
    export declare function dumpMemory(): void;
    export declare class Socket { write(text: string): void }
    export declare class Terminal extends Socket {}
    export interface Db { readonly data: any; readonly settings: Record<string, string> }
    export declare function open(): Db;
    export declare namespace hidden { interface Statement { run(text: string): void } }
    export type Statement<T> = T extends string ? hidden.Statement : never;
    export declare function prepare(): hidden.Statement;
  `,
};

describe('a call that writes the memory of the process', () => {
  const policy = sinks({ type: 'acme-vault', path: 'Member[dumpMemory].Call' });

  test('is reported in a file that can see plaintext', () => {
    const main = `import { dumpMemory } from 'acme-vault';
import { source } from 'acme-wire';
export const text = source().length;
dumpMemory();`;
    const [flow, ...others] = flowsIn({ ...VAULT, 'main.ts': main }, policy);
    expect(others).toEqual([]);
    expect(flow?.source.name).toBe('process memory');
    expect(flow?.sink.place.line).toBe(4);
  });

  test('is silent in a program without plaintext', () => {
    const main = `import { dumpMemory } from 'acme-vault';
dumpMemory();`;
    expect(reportedAt({ ...VAULT, 'main.ts': main }, policy)).toEqual([]);
  });
});

describe('a row by shape', () => {
  const policy = sinks({
    type: 'acme-orm.*Table',
    path: 'Member[insert].Argument[0]',
    by: 'shape',
    having: ['insert', 'select'],
  });
  const program = (body: string) => `import { source } from 'acme-wire';
${body}`;

  test('holds for a type of the name with the members, whoever declares it', () => {
    const main = program(`interface NoteTable { insert(text: string): void; select(id: string): string }
export const write = (table: NoteTable) => table.insert(source());`);
    expect(reportedAt({ 'main.ts': main }, policy)).toEqual(['main.ts:3']);
  });

  test.each([
    [
      'has another name',
      'interface NoteList { insert(text: string): void; select(id: string): string }',
      'NoteList',
    ],
    ['has not all the members', 'interface NoteTable { insert(text: string): void }', 'NoteTable'],
  ])('is nothing for a type that %s', (_what, declaration, name) => {
    const main = program(`${declaration}
export const write = (table: ${name}) => table.insert(source());`);
    expect(reportedAt({ 'main.ts': main }, policy)).toEqual([]);
  });
});

test('what is written anywhere below a value that is written as a whole is reported', () => {
  const policy = sinks(
    { type: 'acme-vault.Db', path: 'Member[data].Fuzzy' },
    { type: 'acme-vault.Db', path: 'Member[settings].AnyMember' },
  );
  const main = `import { open } from 'acme-vault';
import { source } from 'acme-wire';
const db = open();
db.data.notes.first = source();
db.settings.note = source();
db.settings['note'] = source();
db.settings[process.argv[2] ?? ''] = source();
db.data.count = source().length;
declare const process: { argv: string[] };`;
  expect(reportedAt({ ...VAULT, 'main.ts': main }, policy)).toEqual([
    'main.ts:4',
    'main.ts:5',
    'main.ts:6',
    'main.ts:7',
  ]);
});

test('a row that counts alone silences that of the base class', () => {
  const socket = { type: 'acme-vault.Socket', path: 'Member[write].Argument[0]', kind: 'net' };
  const terminal = {
    type: 'acme-vault.Terminal',
    path: 'Member[write].Argument[0]',
    kind: 'wire',
    alone: true as const,
  };
  const main = `import { Socket, Terminal } from 'acme-vault';
import { source } from 'acme-wire';
export const both = (socket: Socket, terminal: Terminal) => {
  socket.write(source());
  terminal.write(source());
};`;
  const policy = wirePolicy({}, { sinks: [socket, terminal] });
  const flows = flowsIn({ ...VAULT, 'main.ts': main }, policy);
  expect(flows.map(({ kind, sink }) => `${kind} ${sink.place.line}`)).toEqual(['net 4', 'wire 5']);
});

test('a type that is exported under another name is known by it', () => {
  const policy = sinks({ type: 'acme-vault.Statement', path: 'Member[run].Argument[0]' });
  const main = `import { prepare } from 'acme-vault';
import { source } from 'acme-wire';
prepare().run(source());`;
  expect(reportedAt({ ...VAULT, 'main.ts': main }, policy)).toEqual(['main.ts:3']);
});

test('a call that only takes plaintext gives what its callback gives', () => {
  const policy = sinks({ type: 'acme-vault', path: 'Member[span].Argument[0]' });
  const files = {
    'node_modules/acme-vault/package.json': '{ "name": "acme-vault", "types": "./index.d.ts" }',
    'node_modules/acme-vault/index.d.ts': 'export declare function span<T>(name: string, run: () => T): T;',
    'main.ts': `import { span } from 'acme-vault';
import { sink, source } from 'acme-wire';
sink(span('read', () => source()));
sink(span('read', () => 'ready'));`,
  };
  expect(reportedAt(files, policy)).toEqual(['main.ts:3']);
});
