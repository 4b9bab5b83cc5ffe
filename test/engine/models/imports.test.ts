/** The ways in which a program names a module: each is enough for rows of a re-exporting package to be resolved. */
import { describe, expect, test } from 'vitest';
import { ask, installed } from './asked-program.ts';

const packages = {
  ...installed('audit-core', { 'index.d.ts': 'export declare function capture(line: string): void;' }),
  ...installed('audit-node', { 'index.d.ts': `export { capture as record } from 'audit-core';` }),
};

describe('a module counts as imported', () => {
  test.each([
    ['by an import', `import { record } from 'audit-node'; record('a');`],
    [
      'by an import of types',
      `import type { record } from 'audit-node'; export type Record = typeof record;`,
    ],
    ['by an export', `export * from 'audit-node';`],
    ['by an assigned import', `import audit = require('audit-node'); audit.record('a');`],
    [
      'by an import while it runs',
      `export const late = async () => (await import('audit-node')).record('a');`,
    ],
    ['by the import of a type', `export type Record = typeof import( "audit-node").record;`],
  ])('%s', (_, text) => {
    const files = {
      'main.cts': `import { capture } from 'audit-core'; capture('a');`,
      'other.cts': text,
      ...packages,
    };
    expect(ask(files, { record: ['audit-node', 'Member[record]'] }).symbol('capture')).toEqual(['record']);
  });

  test('by a require in plain JavaScript', () => {
    const files = { 'main.cjs': `const { record } = require('audit-node'); record('a');`, ...packages };
    expect(ask(files, { record: ['audit-node', 'Member[record]'] }).symbol('record')).toEqual(['record']);
  });

  test('never by a comment or a text', () => {
    const text = `// import('audit-node')\nexport const hint = "import('audit-node')";`;
    const files = {
      'main.cts': `import { capture } from 'audit-core'; capture('a');`,
      'other.cts': text,
      ...packages,
    };
    expect(ask(files, { record: ['audit-node', 'Member[record]'] }).symbol('capture')).toEqual([]);
  });
});
