/** A program of one file that is not on disk and sees the packages that are installed around it. */
import { join } from 'node:path';
import ts from 'typescript';

/** Opens `text` as a module in `folder`, the repository's root, with the newest libraries and Node's types. */
export function openText(text: string, folder: string): { program: ts.Program; source: ts.SourceFile } {
  const file = join(folder, 'catalogue-probe.mts');
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ESNext,
    lib: ['lib.esnext.d.ts'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
    paths: { 'eslint-plugin-stateless/tags': [join(folder, 'tags.ts')] },
  };
  const program = ts.createProgram([file], options, hostWith(file, text, options));
  const source = program.getSourceFile(file);
  if (source === undefined) throw new Error('The text is not part of its own program.');
  return { program, source };
}

function hostWith(file: string, text: string, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  const exists = host.fileExists.bind(host);
  host.fileExists = (name) => name === file || exists(name);
  host.getSourceFile = (name, language, ...rest) =>
    name === file ? ts.createSourceFile(file, text, language, true) : read(name, language, ...rest);
  return host;
}
