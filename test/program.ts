/** A program made of texts: what the tests of the engine analyse. Lib files are parsed once per worker. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const REPOSITORY = dirname(dirname(fileURLToPath(import.meta.url)));

/** The folder that the files of a test's program stand in. It is never written; real packages resolve from it. */
export const ROOT = join(REPOSITORY, 'test', 'virtual');

/** Parsed files of the disk by name and parse options: reading them again for each program would be most of a test's time. */
const parsed = new Map<string, ts.SourceFile>();

const DEFAULTS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2024.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowJs: true,
  checkJs: true,
  allowImportingTsExtensions: true,
  types: [],
};

/** What every program has: the two packages that declare the tag. */
const TAG_PACKAGES: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "chat-service", "type": "module" }',
  'node_modules/stateless-runtime/package.json':
    '{ "name": "stateless-runtime", "type": "module", "types": "./index.d.ts" }',
  'node_modules/stateless-runtime/index.d.ts': `
    declare const tag: unique symbol;
    export type Plaintext<T, Label extends string = 'plaintext'> = T extends null | undefined
      ? T
      : T & { readonly [tag]: Label };
    export declare function plaintext<T>(value: T): Plaintext<T>;
    export {};
  `,
  'node_modules/eslint-plugin-stateless/package.json':
    '{ "name": "eslint-plugin-stateless", "type": "module", "exports": { "./tags": { "types": "./tags.d.ts" } } }',
  'node_modules/eslint-plugin-stateless/tags.d.ts': `${readFileSync(join(REPOSITORY, 'tags.ts'), 'utf8')}\nexport {};\n`,
};

/**
 * Makes a program from texts by file name, relative to `ROOT`. All but `.json` and files under `node_modules` are roots.
 * `stateless-runtime` and `eslint-plugin-stateless/tags` resolve to declarations of their own; a file given under the
 * same name replaces them. With `types: ['node']` among the options the real declarations of Node are there too.
 */
export function programOf(
  files: Readonly<Record<string, string>>,
  options: ts.CompilerOptions = {},
): ts.Program {
  const texts = new Map(
    Object.entries({ ...TAG_PACKAGES, ...files }).map(([name, text]) => [absolute(name), text]),
  );
  const rootNames = Object.keys(files).map(absolute).filter(isRoot);
  return ts.createProgram({ rootNames, options: { ...DEFAULTS, ...options }, host: hostOf(texts) });
}

/** The file of a program by the name that the test gave it. */
export function fileOf(program: ts.Program, name: string): ts.SourceFile {
  const file = program.getSourceFile(absolute(name));
  if (file === undefined) throw new Error(`no file ${name} in the program`);
  return file;
}

/** The errors of the program's own files, as lines: a test that checks types expects them empty. */
export function errorsOf(program: ts.Program): readonly string[] {
  return program
    .getSourceFiles()
    .filter((file) => file.fileName.startsWith(ROOT))
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}

/** The innermost expression or name whose text is `text`, the last one in the file unless `nth` counts from 0. */
export function nodeOf(file: ts.SourceFile, text: string, nth?: number): ts.Node {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    const before = found.length;
    node.forEachChild(visit);
    if (found.length === before && node.getText(file) === text) found.push(node);
  };
  visit(file);
  const node = found.at(nth ?? -1);
  if (node === undefined) throw new Error(`no node ${text} in ${file.fileName}`);
  return node;
}

function hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const folders = new Set([...texts.keys()].flatMap(foldersAbove));
  return {
    getSourceFile(fileName, options) {
      const text = texts.get(fileName);
      if (text !== undefined) return ts.createSourceFile(fileName, text, options);
      return parsedFile(fileName, options);
    },
    fileExists: (fileName) => texts.has(fileName) || ts.sys.fileExists(fileName),
    readFile: (fileName) => texts.get(fileName) ?? ts.sys.readFile(fileName),
    directoryExists: (folder) => folders.has(folder) || ts.sys.directoryExists(folder),
    getDirectories: (folder) => ts.sys.getDirectories(folder),
    realpath: (path) => (texts.has(path) || folders.has(path) ? path : (ts.sys.realpath?.(path) ?? path)),
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    getCurrentDirectory: () => ROOT,
    getCanonicalFileName: (fileName) => fileName,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => undefined,
  };
}

function parsedFile(
  fileName: string,
  options: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile | undefined {
  const key = `${fileName}\0${JSON.stringify(options, ['languageVersion', 'impliedNodeFormat', 'jsDocParsingMode'])}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const text = ts.sys.readFile(fileName);
  if (text === undefined) return undefined;
  const file = ts.createSourceFile(fileName, text, options);
  parsed.set(key, file);
  return file;
}

function foldersAbove(fileName: string): readonly string[] {
  const folder = dirname(fileName);
  return folder === fileName ? [] : [folder, ...foldersAbove(folder)];
}

function isRoot(fileName: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(fileName) && !fileName.includes('/node_modules/');
}

function absolute(name: string): string {
  return resolve(ROOT, name);
}
