/** Which rows hold for a name of a program: identity is where the thing is declared, whatever it is called here. */
import { describe, expect, test } from 'vitest';
import { ask, installed } from './asked-program.ts';

const audit = installed(
  '@acme/audit',
  {
    'index.d.ts': `
    export declare function record(line: string): void;
    export declare const append: (line: string) => void;
    export declare class AuditLog { static open(name: string): AuditLog; record(line: string): void; readonly #key: string }
    export declare namespace Remote { class Client { send(line: string): void } function flush(): void }
    export default function audit(line: string): void;
  `,
  },
  { type: 'module' },
);

describe('exports of a package', () => {
  const program = ask(
    {
      'main.ts': `
        import start, { record as write, append, AuditLog, Remote } from '@acme/audit';
        import * as everything from '@acme/audit';
        write('a'); append('b'); start('c'); everything.record('d'); Remote.flush();
        AuditLog.open('e').record('f');
        function record(line: string) { return line; }
        record('g');
      `,
      ...audit,
    },
    {
      module: ['@acme/audit', ''],
      record: ['@acme/audit', 'Member[record]'],
      append: ['@acme/audit', 'Member[append]'],
      default: ['@acme/audit', 'Member[default]'],
      open: ['@acme/audit', 'Member[AuditLog].Member[open]'],
      instance: ['@acme/audit.AuditLog', 'Member[record]'],
      flush: ['@acme/audit', 'Member[Remote].Member[flush]'],
    },
  );

  test.each([
    ['write', 'record'],
    ['everything.record', 'record'],
    ['append', 'append'],
    ['start', 'default'],
    ['everything', 'module'],
    ['AuditLog.open', 'open'],
    [`AuditLog.open('e').record`, 'instance'],
    ['Remote.flush', 'flush'],
  ])('%s is found under the name that the package gives it', (text, mark) => {
    expect(program.symbol(text)).toEqual([mark]);
  });

  test('are found through a namespace, also of a package in CommonJS', () => {
    const files = installed('acme-cjs', {
      'index.d.ts': 'export declare function record(line: string): void; export default record;',
    });
    const cjs = ask(
      {
        'main.ts': `import * as lib from 'acme-cjs'; import whole from 'acme-cjs'; lib.record('a'); [whole];`,
        ...files,
      },
      { module: ['acme-cjs', ''], record: ['acme-cjs', 'Member[record]'] },
    );
    expect(cjs.symbol('lib')).toEqual(['module']);
    expect(cjs.symbol('whole')).toEqual(['module']);
    expect(cjs.symbol('lib.record')).toEqual(['record']);
  });

  test('are not what the file itself calls by the same name', () => {
    expect(program.symbol('record')).toEqual([]);
  });
});

test('types of the same name in the program and in another package never match', () => {
  const program = ask(
    {
      'main.ts': `
        import { AuditLog as Other } from 'other-audit';
        import type {} from '@acme/audit';
        class AuditLog { record(line: string) { return line; } }
        const own = new AuditLog(); own.record('a');
        declare const other: Other; other.record('b');
      `,
      ...audit,
      ...installed('other-audit', {
        'index.d.ts': 'export declare class AuditLog { record(line: string): void }',
      }),
    },
    { audit: ['@acme/audit.AuditLog', 'Member[record]'] },
  );
  expect(program.symbol('own.record')).toEqual([]);
  expect(program.member('own', 'record')).toEqual([]);
  expect(program.symbol('other.record')).toEqual([]);
});

describe('a row named by a package that only re-exports', () => {
  const files = {
    ...installed('audit-core', {
      'index.d.ts': `
        export declare class BackendClient { capture(line: string): void }
        export declare function flush(): void;
        export declare namespace sinks { function file(line: string): void }
      `,
    }),
    ...installed('audit-node', {
      'index.d.ts': `
        export { BackendClient as Audit, flush as default } from 'audit-core';
        export * from 'audit-core';
        export * as core from 'audit-core';
      `,
    }),
  };
  const program = ask(
    {
      'main.ts': `
        import { Audit, core } from 'audit-node';
        import { BackendClient, flush, sinks } from 'audit-core';
        declare const client: Audit; client.capture('a');
        declare const backend: BackendClient; backend.capture('b');
        flush(); core.flush(); sinks.file('c');
      `,
      ...files,
    },
    {
      renamed: ['audit-node.Audit', 'Member[capture]'],
      declared: ['audit-core.BackendClient', 'Member[capture]'],
      default: ['audit-node', 'Member[default]'],
      namespaced: ['audit-node', 'Member[core].Member[sinks].Member[file]'],
    },
  );

  test('holds for the declaration that the export stands for', () => {
    expect(program.symbol('client.capture')).toEqual(['declared', 'renamed']);
    expect(program.member('backend', 'capture')).toEqual(['declared', 'renamed']);
    expect(program.symbol('core.flush')).toEqual(['default']);
  });

  test('holds through an exported namespace', () => {
    expect(program.symbol('sinks.file')).toEqual(['namespaced']);
  });
});

describe('a module that is a class or a function', () => {
  const pool = `
    declare class Pool { static global: Pool; query(text: string): void }
    declare namespace Pool { interface Options { log(line: string): void } class Nested { run(): void } }
    export = Pool;
  `;
  const program = ask(
    {
      'main.ts': `
        import Pool from 'pool';
        import lib = require('pool');
        const own = new Pool(); own.query('a'); lib.global.query('b');
        declare const options: Pool.Options; options.log('c');
      `,
      ...installed('pool', { 'index.d.ts': pool }),
    },
    {
      module: ['pool', ''],
      query: ['pool', 'Instance.Member[query]'],
      options: ['pool.Options', 'Member[log]'],
      global: ['pool', 'Member[global]'],
    },
    { esModuleInterop: true },
  );

  test('is found as the module, with its instances, statics and nested types', () => {
    expect(program.symbol('Pool')).toEqual(['module']);
    expect(program.symbol('own.query')).toEqual(['query']);
    expect(program.symbol('lib.global')).toEqual(['global']);
    expect(program.symbol('options.log')).toEqual(['options']);
  });
});

test('a nested type is found by its full name, or by its last part where only one namespace has it', () => {
  const program = ask(
    {
      'main.ts': `
        import { Knex, S3, SQS } from 'knexlike';
        declare const query: Knex.Query; query.raw('a');
        declare const bucket: S3.Client; bucket.send('b');
        declare const topic: SQS.Client; topic.send('c');
      `,
      ...installed('knexlike', {
        'index.d.ts': `
          export declare namespace Knex { interface Query { raw(text: string): void } }
          export declare namespace S3 { interface Client { send(text: string): void } }
          export declare namespace SQS { interface Client { send(text: string): void } }
        `,
      }),
    },
    {
      full: ['knexlike.Knex.Query', 'Member[raw]'],
      last: ['knexlike.Query', 'Member[raw]'],
      ambiguous: ['knexlike.Client', 'Member[send]'],
      chosen: ['knexlike.S3.Client', 'Member[send]'],
    },
  );
  expect(program.symbol('query.raw')).toEqual(['full', 'last']);
  expect(program.symbol('bucket.send')).toEqual(['chosen']);
  expect(program.symbol('topic.send')).toEqual([]);
});

describe('files and builds of one package', () => {
  const client = 'export declare function put(text: string): void;';
  const files = installed(
    'blob',
    {
      'index.d.mts': client,
      'index.d.cts': client,
      'client.d.ts': client,
    },
    {
      exports: { '.': { import: './index.d.mts', require: './index.d.cts' }, './client': './client.d.ts' },
    },
  );

  test('a row of a file of a package leaves the package itself alone', () => {
    const program = ask(
      {
        'main.ts': `import { put } from 'blob'; import { put as upload } from 'blob/client'; put('a'); upload('b');`,
        ...files,
      },
      { server: ['blob', 'Member[put]'], client: ['blob/client', 'Member[put]'] },
    );
    expect(program.symbol('put')).toEqual(['server']);
    expect(program.symbol('upload')).toEqual(['client']);
  });

  test('a row holds in the build for import and in the build for require', () => {
    const rows = { server: ['blob', 'Member[put]'] } as const;
    const both = { ...files, 'other.cts': `import { put } from 'blob'; put('b');` };
    expect(ask({ 'main.mts': `import { put } from 'blob'; put('a');`, ...both }, rows).symbol('put')).toEqual(
      ['server'],
    );
    expect(ask({ 'main.cts': `import { put } from 'blob'; put('a');`, ...both }, rows).symbol('put')).toEqual(
      ['server'],
    );
  });

  test('declarations that nobody imports by name are found by their file and its package', () => {
    const program = ask(
      {
        'main.ts': `declare const held: typeof import('./node_modules/blob/client.d.ts'); held.put('a');`,
        ...files,
      },
      { client: ['blob/client', 'Member[put]'], other: ['blob/server', 'Member[put]'] },
    );
    expect(program.symbol('held.put')).toEqual(['client']);
  });
});

describe('declarations inside a package', () => {
  const files = installed('acme-queue', {
    'index.d.ts': `
      import { Client as Inner, Pool } from './internal.js';
      export declare class Client { send(line: string): void }
      export declare function open(): Inner;
      export declare function pool(): Pool;
    `,
    'internal.d.ts': `
      export declare class Client { send(line: string): void }
      export declare class Pool { drain(line: string): void }
    `,
  });
  const main = `
    import { Client, open, pool } from 'acme-queue';
    const own = new Client(); const inner = open();
    own.send('a'); inner.send('b'); pool().drain('c');
  `;
  const rows = {
    send: ['acme-queue.Client', 'Member[send]'],
    drain: ['acme-queue.Pool', 'Member[drain]'],
  } as const;

  test('are not what the package exports under the same name', () => {
    const program = ask({ 'main.ts': main, ...files }, rows);
    expect(program.symbol('own.send')).toEqual(['send']);
    expect(program.symbol('inner.send')).toEqual([]);
  });

  test('are found by the name that their own file exports, where the package exports no other', () => {
    expect(ask({ 'main.ts': main, ...files }, rows).symbol('pool().drain')).toEqual(['drain']);
  });
});

describe('declarations that live elsewhere', () => {
  test('of @types belong to the package that they describe', () => {
    const program = ask(
      {
        'main.ts': `import { record } from '@acme/untyped'; record('a');`,
        ...installed('@types/acme__untyped', {
          'index.d.ts': 'export declare function record(line: string): void;',
        }),
      },
      { audit: ['@acme/untyped', 'Member[record]'] },
    );
    expect(program.symbol('record')).toEqual(['audit']);
  });

  test('of an ambient module belong to the module', () => {
    const program = ask(
      {
        'main.ts': `import { record } from 'legacy-audit'; record('a');`,
        'ambient.d.ts': `declare module 'legacy-audit' { export function record(line: string): void; }`,
      },
      { audit: ['legacy-audit', 'Member[record]'] },
    );
    expect(program.symbol('record')).toEqual(['audit']);
  });

  test('of a team are its package: the name in the package.json above them', () => {
    const program = ask(
      {
        'src/main.ts': `import { AuditLog, mask } from './audit.ts'; new AuditLog().record(mask('a'));`,
        'src/audit.ts': `
          export class AuditLog { record(line: string) { return line; } }
          export { hide as mask };
          function hide(text: string) { return text; }
          function record() { return 1; }
          record();
        `,
      },
      {
        log: ['chat-service.AuditLog', 'Member[record]'],
        mask: ['chat-service', 'Member[mask]'],
        inner: ['chat-service', 'Member[record]'],
      },
    );
    expect(program.symbol('new AuditLog().record')).toEqual(['log']);
    expect(program.symbol('mask')).toEqual(['mask']);
  });
});

describe('versions of a row', () => {
  const rows = {
    old: ['blob', 'Member[put]', '<2'],
    current: ['blob', 'Member[put]', '>=2'],
    always: ['blob', 'Member[put]'],
  } as const;
  const at = (version: string) => ({
    'main.ts': `import { put } from 'blob'; put('a');`,
    ...installed('blob', { 'index.d.ts': 'export declare function put(text: string): void;' }, { version }),
  });

  test.each([
    ['1.9.4', ['always', 'old']],
    ['2.0.0', ['always', 'current']],
    ['3.0.0-beta.1', ['always', 'current']],
  ])('are held against the package.json that is installed: %s', (version, expected) => {
    const program = ask(at(version), rows);
    expect(program.symbol('put')).toEqual(expected);
  });

  test('all count where no package is installed', () => {
    const program = ask({ 'main.ts': `import { put } from 'blob'; put('a');` }, rows);
    expect(program.index.packageNode('blob')?.member('put')?.sinks).toHaveLength(3);
    expect(program.symbol('put')).toEqual([]);
  });
});

describe('packages without types', () => {
  const { index } = ask(
    { 'main.ts': 'export {};' },
    {
      disk: ['fs', 'Member[writeFile]'],
      sqlite: ['node:sqlite', 'Member[open]'],
      client: ['blob/client', 'Member[put]'],
    },
  );

  test('are found by the text of the import, with and without the prefix of a built-in', () => {
    expect(index.packageNode('node:fs')).toBe(index.packageNode('fs'));
    expect(index.packageNode('fs')?.member('writeFile')?.sinks).toHaveLength(1);
    expect(index.packageNode('blob/client')?.member('put')?.sinks).toHaveLength(1);
  });

  test('are not found under a name that no row has', () => {
    expect(index.packageNode('blob')).toBeUndefined();
    expect(index.packageNode('global')).toBeUndefined();
  });

  test('keep the prefix where the name alone is a package', () => {
    expect(index.packageNode('sqlite')).toBeUndefined();
    expect(index.packageNode('node:sqlite')?.member('open')?.sinks).toHaveLength(1);
  });
});
