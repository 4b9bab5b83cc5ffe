/** A program of one file that is not on disk and sees the packages that are installed around it. */
import { join } from 'node:path';
import ts from 'typescript';

/** What a probe sees besides the packages that it imports. */
export interface Surroundings {
  /** The folder whose packages are seen. */
  readonly folder: string;
  readonly lib: readonly string[];
  readonly types: readonly string[];
  /** Files that were read before: programs of the same surroundings share them. */
  readonly files: Map<string, ts.SourceFile>;
}

/** The libraries of a browser. */
export const BROWSER = ['esnext', 'dom', 'dom.iterable', 'dom.asynciterable'];

/** Surroundings in which no file has been read yet. */
export function surroundings(folder: string, lib: readonly string[], types: readonly string[]): Surroundings {
  return { folder, lib, types, files: new Map() };
}

const repository = join(import.meta.dirname, '../..');

/** Opens `text` as a module in a folder, with the newest libraries. Two openings share the files that they read. */
export function openText(
  text: string,
  { folder, lib, types, files }: Surroundings,
): { program: ts.Program; source: ts.SourceFile } {
  const file = join(folder, 'catalogue-probe.mts');
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    // A default export is what it is called, whichever way a package is built.
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    esModuleInterop: true,
    target: ts.ScriptTarget.ESNext,
    lib: lib.map((name) => `lib.${name}.d.ts`),
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    experimentalDecorators: true,
    types: [...types],
    paths: { 'eslint-plugin-stateless/tags': [join(repository, 'tags.ts')] },
  };
  const program = ts.createProgram([file], options, hostWith(file, text, options, files));
  const source = program.getSourceFile(file);
  if (source === undefined) throw new Error('The text is not part of its own program.');
  return { program, source };
}

function hostWith(
  file: string,
  text: string,
  options: ts.CompilerOptions,
  files: Map<string, ts.SourceFile>,
): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  const read = host.getSourceFile.bind(host);
  const exists = host.fileExists.bind(host);
  host.getCurrentDirectory = () => file.slice(0, file.lastIndexOf('/'));
  host.fileExists = (name) => name === file || exists(name);
  host.getSourceFile = (name, language, ...rest) => {
    if (name === file) return ts.createSourceFile(file, text, language, true);
    const found = files.get(name) ?? read(name, language, ...rest);
    if (found !== undefined) files.set(name, found);
    return found;
  };
  return host;
}
