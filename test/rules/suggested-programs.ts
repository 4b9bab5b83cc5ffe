/** Whether the programs that suggestions make compile: all of them in one program, beside what they were made of. */
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
  const texts = new Map<string, string>(
    edits.flatMap(({ before, after }, index) => [
      [join(project, `edit-${index}-before.ts`), before],
      [join(project, `edit-${index}-after.ts`), after],
    ]),
  );
  const program = openProgram(texts);
  const faultsIn = (name: string): readonly string[] => {
    const file = program.getSourceFile(join(project, name));
    if (file === undefined) throw new Error(`${name} is not in the program.`);
    const faults = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  };
  return edits.flatMap(({ after }, index) => {
    const had = new Set(faultsIn(`edit-${index}-before.ts`));
    const now = faultsIn(`edit-${index}-after.ts`).filter((fault) => !had.has(fault));
    return now.map((fault) => `${fault}\n${after}`);
  });
}

function openProgram(texts: ReadonlyMap<string, string>): ts.Program {
  const file = join(project, 'tsconfig.json');
  const config = ts.readConfigFile(file, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, project);
  // Cases that import nothing are files of their own here as well.
  const own = { ...options, moduleDetection: ts.ModuleDetectionKind.Force };
  const host = ts.createCompilerHost(own);
  const read = host.readFile.bind(host);
  const has = host.fileExists.bind(host);
  host.readFile = (name) => texts.get(name) ?? read(name);
  host.fileExists = (name) => texts.has(name) || has(name);
  return ts.createProgram({ rootNames: [...texts.keys()], options: own, host });
}
