/** What the compiler says of cases, samples and the programs that suggestions make: all of them in one program. */
import { join } from 'node:path';
import ts from 'typescript';

/** The text of a case, and what a suggestion makes of it. */
export interface Edit {
  readonly before: string;
  readonly after: string;
}

const project = join(import.meta.dirname, 'project');

/** What the compiler says of a text after its edit and did not say before, one line each. */
export function findNewFaults(edits: readonly Edit[]): readonly string[] {
  const faults = findFaults(edits.flatMap(({ before, after }) => [before, after]));
  return edits.flatMap(({ after }, index) => {
    const had = new Set(faults[2 * index]);
    const now = faults[2 * index + 1]?.filter((fault) => !had.has(fault)) ?? [];
    return now.map((fault) => `${fault}\n${after}`);
  });
}

/** What the compiler says of each text, as a file of `project/`. */
export function findFaults(texts: readonly string[]): readonly (readonly string[])[] {
  const files = new Map(texts.map((text, index) => [join(project, `text-${index}.ts`), text]));
  const program = openProgram(files);
  return [...files.keys()].map((name) => {
    const file = program.getSourceFile(name);
    if (file === undefined) throw new Error(`${name} is not in the program.`);
    const faults = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  });
}

function openProgram(texts: ReadonlyMap<string, string>): ts.Program {
  const file = join(project, 'tsconfig.json');
  const config = ts.readConfigFile(file, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, project);
  // Cases that import nothing are files of their own here as well, and some are of a page.
  const lib = [...(options.lib ?? []), 'lib.dom.d.ts'];
  const own = { ...options, lib, moduleDetection: ts.ModuleDetectionKind.Force };
  const host = ts.createCompilerHost(own);
  const read = host.readFile.bind(host);
  const has = host.fileExists.bind(host);
  host.readFile = (name) => texts.get(name) ?? read(name);
  host.fileExists = (name) => texts.has(name) || has(name);
  return ts.createProgram({ rootNames: [...texts.keys()], options: own, host });
}
