/** The programs behind a tsconfig: its own, or those of the projects that it only refers to. */
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { CannotRun } from './cannot-run.ts';

/** A parsed tsconfig. */
export interface Project {
  /** Absolute path of the tsconfig. */
  readonly configFile: string;
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly parsed: ts.ParsedCommandLine;
}

/** The compiler reads this member of any host; it is declared for those that watch only. */
interface SourceRedirectingHost extends ts.CompilerHost {
  useSourceOfProjectReferenceRedirect?: () => boolean;
}

/**
 * Reads a tsconfig. One that has no files of its own and refers to other projects stands for them, at any depth.
 * @param path absolute path of a tsconfig, or of the folder of a `tsconfig.json`
 * @throws CannotRun when a tsconfig is missing or wrong, or when it names no file
 */
export function readProjects(path: string): readonly Project[] {
  const projects = new Map<string, Project>();
  collectProjects(configFileAt(path), projects, new Set());
  return [...projects.values()];
}

/** Builds the program of a project, from the sources of the projects that it refers to, not from their output. */
export function createProgram({ parsed }: Project): ts.Program {
  const options = { ...parsed.options, noEmit: true };
  const host: SourceRedirectingHost = ts.createCompilerHost(options);
  host.useSourceOfProjectReferenceRedirect = () => true;
  const { fileNames: rootNames, projectReferences } = parsed;
  return ts.createProgram({ rootNames, options, host, ...(projectReferences && { projectReferences }) });
}

/** The files of a program that a team writes: no declarations, no packages, no data. */
export function ownFilesOf(program: ts.Program): readonly ts.SourceFile[] {
  return program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile)
    .filter(({ fileName }) => !fileName.includes('/node_modules/') && !fileName.endsWith('.json'))
    .toSorted((one, other) => (one.fileName < other.fileName ? -1 : 1));
}

function collectProjects(configFile: string, found: Map<string, Project>, visited: Set<string>): void {
  if (visited.has(configFile)) return;
  visited.add(configFile);
  const project = readProject(configFile);
  const references = project.parsed.projectReferences ?? [];
  if (project.parsed.fileNames.length > 0) found.set(configFile, project);
  else
    for (const reference of references)
      collectProjects(configFileAt(ts.resolveProjectReferencePath(reference)), found, visited);
}

function readProject(configFile: string): Project {
  const parsed = ts.getParsedCommandLineOfConfigFile(
    configFile,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (fault) => {
        throw wrongConfig(configFile, fault);
      },
    },
  );
  if (parsed === undefined) throw missingConfig(configFile);
  const [fault] = ts.getConfigFileParsingDiagnostics(parsed);
  if (fault !== undefined) throw wrongConfig(configFile, fault);
  return { configFile, folder: dirname(configFile), parsed };
}

function configFileAt(path: string): string {
  const configFile = ts.sys.directoryExists(path) ? join(path, 'tsconfig.json') : path;
  if (!ts.sys.fileExists(configFile)) throw missingConfig(configFile);
  return configFile;
}

function missingConfig(configFile: string): CannotRun {
  return new CannotRun(`There is no ${configFile}.`, 'Name the tsconfig of the project with -p TSCONFIG.');
}

function wrongConfig(configFile: string, fault: ts.Diagnostic): CannotRun {
  const text = ts.flattenDiagnosticMessageText(fault.messageText, ' ');
  return new CannotRun(
    `${placeOf(fault) ?? configFile}: ${text}`,
    'Correct the tsconfig, or name another with -p TSCONFIG.',
  );
}

function placeOf({ file, start }: ts.Diagnostic): string | undefined {
  if (file === undefined || start === undefined) return file?.fileName;
  return `${file.fileName}:${ts.getLineAndCharacterOfPosition(file, start).line + 1}`;
}
