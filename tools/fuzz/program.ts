/** One ts.Program over the modules of many programs, each in a folder of its own. Files of the disk are parsed once. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { DECLARATIONS, PACKAGE } from './wire.ts';

const REPOSITORY = join(import.meta.dirname, '../..');

/** The folder that programs stand in. It is never written; the types of Node resolve from it. */
const ROOT = join(REPOSITORY, 'test', 'virtual');

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  lib: ['lib.esnext.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  esModuleInterop: true,
  allowJs: true,
  types: ['node'],
};

const PACKAGES: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "fuzzed", "type": "module" }',
  [`node_modules/${PACKAGE}/package.json`]: `{ "name": "${PACKAGE}", "type": "module", "types": "./index.d.ts" }`,
  [`node_modules/${PACKAGE}/index.d.ts`]: DECLARATIONS,
  'node_modules/eslint-plugin-stateless/package.json':
    '{ "name": "eslint-plugin-stateless", "type": "module", "exports": { "./tags": { "types": "./tags.d.ts" } } }',
  'node_modules/eslint-plugin-stateless/tags.d.ts': `${readFileSync(join(REPOSITORY, 'tags.ts'), 'utf8')}\nexport {};\n`,
};

export type Files = Readonly<Record<string, string>>;

/** What the programs of a run share: the files of the disk, parsed. */
export type Parsed = Map<string, ts.SourceFile | undefined>;

/** The name of a program's file in the ts.Program. */
export const fileName = (index: number, name: string): string => join(ROOT, `p${index}`, name);

/** The index of the program that a file belongs to. */
export const programOfFile = (file: string): number => Number(/\/p(\d+)\/[^/]+$/.exec(file)?.[1] ?? -1);

export function programOf(programs: readonly Files[], parsed: Parsed, isReversed = false): ts.Program {
  const texts = new Map(Object.entries(PACKAGES).map(([name, text]) => [join(ROOT, name), text]));
  const rootNames: string[] = [];
  programs.forEach((files, index) => {
    for (const [name, text] of Object.entries(files)) {
      texts.set(fileName(index, name), text);
      rootNames.push(fileName(index, name));
    }
  });
  if (isReversed) rootNames.reverse();
  return ts.createProgram({ rootNames, options: OPTIONS, host: hostOf(texts, parsed) });
}

function hostOf(texts: ReadonlyMap<string, string>, parsed: Parsed): ts.CompilerHost {
  const folders = new Set([...texts.keys()].flatMap(foldersAbove));
  return {
    getSourceFile(name, options) {
      const text = texts.get(name);
      if (text !== undefined && !name.includes('/node_modules/'))
        return ts.createSourceFile(name, text, options, true);
      const key = `${name} ${typeof options === 'object' ? options.impliedNodeFormat : ''}`;
      if (!parsed.has(key)) parsed.set(key, parse(name, text ?? ts.sys.readFile(name), options));
      return parsed.get(key);
    },
    fileExists: (name) => texts.has(name) || (!isOurs(name) && ts.sys.fileExists(name)),
    readFile: (name) => texts.get(name) ?? ts.sys.readFile(name),
    directoryExists: (folder) => folders.has(folder) || (!isOurs(folder) && ts.sys.directoryExists(folder)),
    getDirectories: (folder) => ts.sys.getDirectories(folder),
    realpath: (path) => (isOurs(path) ? path : (ts.sys.realpath?.(path) ?? path)),
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    getCurrentDirectory: () => ROOT,
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => undefined,
  };
}

const isOurs = (path: string): boolean => path.startsWith(`${ROOT}/`);

function parse(
  name: string,
  text: string | undefined,
  options: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile | undefined {
  return text === undefined ? undefined : ts.createSourceFile(name, text, options);
}

function foldersAbove(name: string): readonly string[] {
  const folder = dirname(name);
  return folder === name ? [] : [folder, ...foldersAbove(folder)];
}
