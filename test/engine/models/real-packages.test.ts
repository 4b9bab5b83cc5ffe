/** Identity in the declarations that packages really ship. */
import { describe, expect, test } from 'vitest';
import { errorsOf, programOf } from '../../program.ts';
import { ask } from './asked-program.ts';

const NODE = { types: ['node'] };

describe('Node', () => {
  const main = `
    import * as fs from 'node:fs';
    import { appendFile as append, promises } from 'fs';
    import { writeFile } from 'fs/promises';
    import { writeFile as store } from 'node:fs/promises';
    import { Writable } from 'node:stream';
    import { execFile } from 'child_process';
    fs.writeFileSync('a', 'b'); append('a', 'b', () => {}); promises.appendFile('a', 'b');
    writeFile('a', 'b'); store('a', 'b'); execFile('a');
    const out = fs.createWriteStream('a');
    out.write('b');
    class Spool extends Writable {}
    const spool = new Spool();
    function save(deps: { readonly disk: typeof fs; readonly host: NodeJS.Process }) {
      deps.disk.writeFileSync('a', 'b');
      deps.host.emitWarning('c');
    }
    process.stdout.write('c'); Buffer.from('d'); [spool, save];
  `;
  const program = ask(
    { 'main.ts': main },
    {
      sync: ['node:fs', 'Member[writeFileSync]'],
      append: ['fs', 'Member[appendFile]'],
      promised: ['fs', 'Member[promises].Member[appendFile]'],
      written: ['node:fs/promises', 'Member[writeFile]'],
      run: ['node:child_process', 'Member[execFile]'],
      file: ['fs.WriteStream', 'Member[write]'],
      stream: ['stream.Writable', 'Member[write]'],
      out: ['global', 'Member[process].Member[stdout].Member[write]'],
      warn: ['global', 'Member[process].Member[emitWarning]'],
      buffer: ['global', 'Member[Buffer].Member[from]'],
    },
    NODE,
  );

  test('has no error in the program that is asked about', () => {
    expect(errorsOf(programOf({ 'main.ts': main }, NODE))).toEqual([]);
  });

  test.each([
    ['fs.writeFileSync', 'sync'],
    ['append', 'append'],
    ['promises.appendFile', 'promised'],
    ['writeFile', 'written'],
    ['store', 'written'],
    ['execFile', 'run'],
    ['deps.disk.writeFileSync', 'sync'],
    ['deps.host.emitWarning', 'warn'],
    ['Buffer.from', 'buffer'],
  ])('%s is found in either spelling of its module', (text, mark) => {
    expect(program.symbol(text)).toEqual([mark]);
  });

  test('streams are what they are, and where they go', () => {
    expect(program.member('out', 'write')).toEqual(['file', 'stream']);
    expect(program.member('spool', 'write')).toEqual(['stream']);
    expect(program.member('process.stdout', 'write')).toContain('out');
  });
});

describe('packages', () => {
  const program = ask(
    {
      'main.ts': `
        import pino, { type Logger as PinoLogger } from 'pino';
        import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
        import { outputFile, writeFileSync } from 'fs-extra';
        import winston from 'winston';
        import debug from 'debug';
        import bunyan from 'bunyan';
        const logger = pino();
        const child = logger.child({ service: 'chat' });
        child.info('a');
        const store = new S3Client({});
        store.send(new PutObjectCommand({ Bucket: 'a', Key: 'b' }));
        new GetObjectCommand({ Bucket: 'a', Key: 'b' });
        outputFile('a', 'b'); writeFileSync('a', 'b');
        const lines = winston.createLogger();
        const trace = debug('chat');
        trace('c');
        const old = bunyan.createLogger({ name: 'chat' });
        function use(given: PinoLogger) { return given; }
        [lines, old, use];
      `,
    },
    {
      pino: ['pino.BaseLogger', 'Member[info]'],
      logFn: ['pino.LogFn', 'Argument[0..]'],
      logger: ['pino.Logger', 'Member[child]'],
      put: ['@aws-sdk/client-s3', 'Member[PutObjectCommand]'],
      send: ['@aws-sdk/client-s3.S3Client', 'Member[send]'],
      output: ['fs-extra', 'Member[outputFile]'],
      disk: ['fs', 'Member[writeFileSync]'],
      winston: ['winston.Logger', 'Member[info]'],
      debugger: ['debug.Debugger', 'Argument[0..]'],
      bunyan: ['bunyan', 'Instance.Member[info]'],
    },
    NODE,
  );

  test.each([
    ['child', 'info', 'pino'],
    ['given', 'info', 'pino'],
    ['given', 'child', 'logger'],
    ['store', 'send', 'send'],
    ['lines', 'info', 'winston'],
    ['old', 'info', 'bunyan'],
  ])('%s has the member %s', (text, member, mark) => {
    expect(program.member(text, member)).toEqual([mark]);
  });

  test('export classes and functions, also those of another package', () => {
    expect(program.symbol('PutObjectCommand')).toEqual(['put']);
    expect(program.symbol('GetObjectCommand')).toEqual([]);
    expect(program.symbol('outputFile')).toEqual(['output']);
    expect(program.symbol('writeFileSync')).toEqual(['disk']);
  });

  test('have functions that are known by their type', () => {
    expect(program.called('child.info')).toEqual(['logFn']);
    expect(program.called('trace')).toEqual(['debugger']);
  });
});
