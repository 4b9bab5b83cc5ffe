/** The programs of a folder with a `tsconfig.json`, opened as they are or with changed texts, and where they report. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { policyOf } from '../../../catalogue/policy.ts';
import { parseSettings } from '../../../catalogue/settings.ts';
import { createAnalysis } from '../../../engine/index.ts';

/** How a program is changed: other texts by file name, further files, another order. */
export interface Change {
  readonly texts?: ReadonlyMap<string, string>;
  readonly further?: Readonly<Record<string, string>>;
  readonly isReversed?: boolean;
}

export function openChanged(folder: string, host: ts.CompilerHost, change: Change = {}): ts.Program {
  const file = join(folder, 'tsconfig.json');
  const config = ts.readConfigFile(file, (path) => ts.sys.readFile(path));
  const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, folder, undefined, file);
  const further = Object.entries(change.further ?? {}).map(
    ([name, text]) => [join(folder, name), text] as const,
  );
  const texts = new Map([...(change.texts ?? []), ...further]);
  const rootNames = [...parsed.fileNames, ...further.map(([name]) => name)].sort();
  if (change.isReversed === true) rootNames.reverse();
  return ts.createProgram({ rootNames, options: parsed.options, host: overlaid(host, texts) });
}

function overlaid(host: ts.CompilerHost, texts: ReadonlyMap<string, string>): ts.CompilerHost {
  return {
    ...host,
    fileExists: (name) => texts.has(name) || host.fileExists(name),
    readFile: (name) => texts.get(name) ?? host.readFile(name),
    getSourceFile(name, options, onError, fresh) {
      const text = texts.get(name);
      if (text === undefined) return host.getSourceFile(name, options, onError, fresh);
      return ts.createSourceFile(name, text, options);
    },
  };
}

/** Where the program reports, by file, line and kind: what no change of names and wrapping may move. */
export function reportedIn(program: ts.Program, folder: string): readonly string[] {
  const settings = join(folder, 'settings.json');
  const raw: unknown = existsSync(settings) ? JSON.parse(readFileSync(settings, 'utf8')) : undefined;
  const analysis = createAnalysis(program, policyOf(parseSettings(raw), folder));
  const places = [...analysis.flows()].map(
    ({ kind, sink: { place } }) => `${relative(folder, place.file)}:${place.line} ${kind}`,
  );
  return [...new Set(places)].sort();
}

/** The texts of a program's own files, each changed. */
export function changedTexts(
  program: ts.Program,
  folder: string,
  change: (file: ts.SourceFile, checker: ts.TypeChecker) => string,
): ReadonlyMap<string, string> {
  const checker = program.getTypeChecker();
  const own = program
    .getSourceFiles()
    .filter(({ fileName, isDeclarationFile }) => fileName.startsWith(`${folder}/`) && !isDeclarationFile)
    .filter(({ fileName }) => !fileName.includes('/node_modules/'));
  return new Map(own.map((file) => [file.fileName, change(file, checker)]));
}

/** What the program reports wherever it stands: the source, the sink, and the text of the sink's line. */
export function flowsIn(program: ts.Program, folder: string): readonly string[] {
  const settings = join(folder, 'settings.json');
  const raw: unknown = existsSync(settings) ? JSON.parse(readFileSync(settings, 'utf8')) : undefined;
  const analysis = createAnalysis(program, policyOf(parseSettings(raw), folder));
  const told = [...analysis.flows()].map(
    ({ kind, source, sink }) =>
      `${source.name} -> ${kind} ${sink.name} | ${lineOf(program, sink.place.file, sink.place.line)}`,
  );
  return [...new Set(told)].sort();
}

/** The line without what the changes put around values and behind names, and without what a fixture expects there. */
function lineOf(program: ts.Program, file: string, line: number): string {
  const text = program.getSourceFile(file)?.text.split('\n')[line - 1] ?? '';
  return text
    .replace(/\/\/ \$ .*$/, '')
    .replaceAll(/sameValue|[()]/g, '')
    .trim();
}
