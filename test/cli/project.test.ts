/** From a tsconfig to programs: extended, referring to others, missing and wrong ones. */
import { basename, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProgram, ownFilesOf, readProjects } from '../../cli/project.ts';
import { tsconfig, writeProject } from './written-project.ts';

const message = "export const greeting: string = 'hello';\n";

test('a folder stands for the tsconfig.json in it', () => {
  const folder = writeProject({ 'src/chat.ts': message });
  expect(readProjects(folder)).toEqual(readProjects(join(folder, 'tsconfig.json')));
  expect(filesOf(folder)).toEqual([['src/chat.ts']]);
});

test('a tsconfig may extend another', () => {
  const folder = writeProject({
    'tsconfig.json': JSON.stringify({ extends: './config/base.json', include: ['app'] }),
    'config/base.json': tsconfig({}),
    'app/chat.ts': message,
    'src/other.ts': message,
  });
  expect(filesOf(folder)).toEqual([['app/chat.ts']]);
  expect(readProjects(folder)[0]?.parsed.options.strict).toBe(true);
});

test('declarations, packages and data are no files of the team', () => {
  const folder = writeProject({
    'tsconfig.json': tsconfig({ include: ['src'] }, { resolveJsonModule: true }),
    'node_modules/greeter/package.json': '{ "name": "greeter", "types": "./index.ts" }',
    'node_modules/greeter/index.ts': message,
    'src/words.json': '{ "greeting": "hello" }',
    'src/globals.d.ts': 'declare const build: string;',
    'src/chat.ts': `import 'greeter';\nimport words from './words.json' with { type: 'json' };\nexport { words };\n`,
  });
  expect(filesOf(folder)).toEqual([['src/chat.ts']]);
});

describe('a tsconfig that only refers to others', () => {
  const folder = writeProject({
    'tsconfig.json': JSON.stringify({ files: [], references: [{ path: './api' }, { path: './model' }] }),
    'api/tsconfig.json': tsconfig(
      { include: ['.'], references: [{ path: '../model' }] },
      { composite: true },
    ),
    'api/chat.ts': "export { greeting } from '../model/message.js';\n",
    'model/tsconfig.json': tsconfig({ include: ['.'] }, { composite: true, outDir: '../dist/model' }),
    'model/message.ts': message,
  });

  test('stands for them', () => {
    const names = readProjects(folder).map(({ configFile }) => relative(folder, configFile));
    expect(names).toEqual(['api/tsconfig.json', 'model/tsconfig.json']);
  });

  test('gives programs of sources, also of the projects that another one refers to', () => {
    expect(filesOf(folder)).toEqual([['api/chat.ts', 'model/message.ts'], ['model/message.ts']]);
  });
});

test('projects that refer to each other are read once', () => {
  const folder = writeProject({
    'tsconfig.json': JSON.stringify({ files: [], references: [{ path: './api' }] }),
    'api/tsconfig.json': JSON.stringify({ files: [], references: [{ path: '..' }, { path: '../model' }] }),
    'model/tsconfig.json': tsconfig({ include: ['.'] }),
    'model/message.ts': message,
  });
  expect(readProjects(folder).map((project) => basename(project.folder))).toEqual(['model']);
});

describe('a tsconfig that cannot be used is told in one line, with what to do', () => {
  test.each([
    [
      'tsconfig.build.json',
      {},
      /^There is no .*tsconfig\.build\.json\. Name the tsconfig .* with -p TSCONFIG\.$/,
    ],
    ['src', {}, /^There is no .*src\/tsconfig\.json\. Name/],
    [
      '.',
      { 'tsconfig.json': '{ "compilerOptions": { "target": "es1" } }' },
      /tsconfig\.json:1: Argument for/,
    ],
    ['.', { 'tsconfig.json': '{ "compilerOptions": {{ }' }, /tsconfig\.json:1: .* Correct the tsconfig/],
    ['.', { 'tsconfig.json': '{ "extends": "./base.json" }' }, /base\.json/],
    ['.', { 'tsconfig.json': '{ "include": ["nothing"] }' }, /No inputs were found in config file/],
    [
      '.',
      { 'tsconfig.json': '{ "files": [], "references": [{ "path": "./gone" }] }' },
      /^There is no .*gone\/tsconfig\.json\./,
    ],
  ])('%s in %j', (path, files, message) => {
    const folder = writeProject({ 'src/chat.ts': 'export {};\n', ...files });
    const read = () => readProjects(join(folder, path));
    expect(read).toThrow(message);
    expect(read).toThrow(/^[^\n]*$/);
  });
});

function filesOf(folder: string): readonly (readonly string[])[] {
  return readProjects(folder).map((project) =>
    ownFilesOf(createProgram(project)).map(({ fileName }) => relative(folder, fileName)),
  );
}
