/** What rows say of an instance by its static type: names, bases, constituents, constraints, and types without a name. */
import { describe, expect, test } from 'vitest';
import { ask, installed } from './asked-program.ts';

const logger = installed('acme-logger', {
  'index.d.ts': `
    export interface LogFn { (line: string): void }
    export type Level = (line: string) => void;
    export interface BaseLogger { info: LogFn; level: string }
    export interface Extras { child(bindings: object): Logger }
    export type Logger<Levels extends string = never> = BaseLogger & Extras & { [K in Levels]: LogFn };
    export interface Backend { flush(line: string): void }
    declare abstract class Hidden implements Backend { flush(line: string): void; debug(line: string): void }
    export declare class Reporter extends Hidden { constructor(name: string); report(line: string): void }
    export declare function createSink(): Promise<{ write(line: string): void }>;
    export declare const tools: { files: { save(line: string): void } };
  `,
});

const rows = {
  info: ['acme-logger.Logger', 'Member[info]'],
  baseInfo: ['acme-logger.BaseLogger', 'Member[info]'],
  logFn: ['acme-logger.LogFn', 'Argument[0..]'],
  level: ['acme-logger.Level', 'Argument[0..]'],
  flush: ['acme-logger.Backend', 'Member[flush]'],
  debug: ['acme-logger.Reporter', 'Member[debug]'],
  reporter: ['acme-logger', 'Member[Reporter].Argument[0]'],
  written: ['acme-logger', 'Member[createSink].ReturnValue.Awaited.Member[write]'],
  saved: ['acme-logger', 'Member[tools].Member[files].Member[save]'],
} as const;

const program = ask(
  {
    'main.ts': `
      import { createSink, Reporter, tools } from 'acme-logger';
      import type { BaseLogger, Level, LogFn, Logger, Backend } from 'acme-logger';
      declare const plain: Logger;
      declare const leveled: Logger<'audit'>;
      type ServiceLogger = Logger & { readonly service: string };
      declare const service: ServiceLogger;
      interface FrameworkLogger extends BaseLogger { setLevel(level: string): void }
      declare const framework: FrameworkLogger;
      declare const read: Readonly<Logger>;
      declare const picked: Pick<Logger, 'info'>;
      declare const maybe: Logger | undefined;
      class OwnLogger implements BaseLogger { level = 'info'; info(line: string) { return line; } }
      const own = new OwnLogger();
      class AuditReporter extends Reporter {}
      class NamedReporter extends Reporter { constructor() { super('audit'); } }
      const audit = new AuditReporter('audit');
      const named = new NamedReporter();
      function use<L extends BaseLogger>(given: L, backend: Backend, only: { info: LogFn }) { return [given, backend, only]; }
      const write: LogFn = plain.info;
      declare const level: Level;
      const sink = await createSink();
      sink.write('a'); tools.files.save('b'); audit.debug('c'); own.info('d'); service.info('e');
      write('f'); plain.info('g'); level('h');
      declare const either: BaseLogger | { info: LogFn }; either.info('j');
      const local = { info(line: string) { return line; } };
      local.info('i');
      [leveled, framework, read, picked, maybe, named, use];
    `,
    ...logger,
  },
  rows,
);

describe('an instance', () => {
  test.each([
    ['plain', ['baseInfo', 'info']],
    ['leveled', ['baseInfo', 'info']],
    ['service', ['baseInfo', 'info']],
    ['maybe', ['baseInfo', 'info']],
    ['read', ['baseInfo', 'info']],
    ['picked', ['baseInfo', 'info']],
    ['framework', ['baseInfo']],
    ['given', ['baseInfo']],
    ['own', ['baseInfo']],
    ['local', []],
  ])('%s is what its type is, extends, implements and is made of', (text, expected) => {
    expect(program.member(text, 'info')).toEqual(expected);
  });

  test('has what a base declares that its package does not export', () => {
    expect(program.member('audit', 'debug')).toEqual(['debug']);
    expect(program.member('audit', 'flush')).toEqual(['flush']);
    expect(program.member('backend', 'flush')).toEqual(['flush']);
  });
});

describe('a member', () => {
  test.each([
    ['service.info', ['baseInfo']],
    ['own.info', ['baseInfo']],
    ['sink.write', ['written']],
    ['tools.files.save', ['saved']],
    ['either.info', ['baseInfo']],
    ['local.info', []],
  ])('%s is found by the container that declares it', (text, expected) => {
    expect(program.symbol(text)).toEqual(expected);
  });

  test('whose type is a named function is found by that type', () => {
    expect(program.called('plain.info')).toEqual(['logFn']);
    expect(program.called('either.info')).toEqual(['logFn']);
    expect(program.called('write')).toEqual(['logFn']);
    expect(program.called('level')).toEqual(['level']);
  });
});

describe('a class', () => {
  test('without a constructor of its own is made as its base is', () => {
    const made = (text: string) => program.called(text);
    expect(made('AuditReporter')).toEqual(['reporter']);
    expect(made('NamedReporter')).toEqual([]);
    expect(made('Reporter')).toEqual(['reporter']);
  });
});

test('names of modules that the program can have values of are told in advance, so that most accesses need no type', () => {
  expect([...program.index.memberNames].sort()).toEqual(
    [
      'LogFn',
      'BaseLogger',
      'Backend',
      'Level',
      'Logger',
      'Reporter',
      'createSink',
      'debug',
      'files',
      'flush',
      'info',
      'save',
      'tools',
      'write',
    ].sort(),
  );
  expect(
    ask({ 'main.ts': "import 'acme'; export {};" }, { any: ['acme', 'AnyMember'] }).index.memberNames.has(
      'whatever',
    ),
  ).toBe(true);
});
