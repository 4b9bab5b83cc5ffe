/** `stateless check --verify-models`: a team's own rows, looked up in its program. */
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { catalogue } from '../catalogue/index.ts';
import type { Models, Policy } from '../engine/index.ts';
import { packageOfModule } from '../engine/models/module-key.ts';
import type { OpenText } from './models/declarations.ts';
import { findStaleRows } from './models/row-faults.ts';
import type { ProjectRequest } from './plan.ts';
import { planOf } from './plan.ts';
import type { Progress } from './progress.ts';
import type { Project } from './project.ts';
import { createProgram, ownFilesOf, readProjects } from './project.ts';

export interface ModelsReport {
  /** How many rows were looked up. */
  readonly rows: number;
  /** Those that name nothing, a line each. */
  readonly stale: readonly string[];
  readonly notes: readonly string[];
}

/** Looks up the rows of the settings and of the files that they name. @throws CannotRun, SettingsError */
export async function verifyModels(request: ProjectRequest, progress: Progress): Promise<ModelsReport> {
  const stale = new Set<string>();
  const notes: string[] = [];
  let rows = 0;
  for (const project of readProjects(resolve(request.folder, request.project))) {
    progress.say(`Reading ${relative(request.folder, project.configFile)}`);
    const program = createProgram(project);
    const plan = await planOf(project, program, request);
    notes.push(...plan.notes);
    for (const policy of new Set(plan.work.map((work) => work.policy))) {
      const own = ownRows(policy);
      rows += Object.values(own).flat().length;
      for (const line of findStaleRows(own, openIn(project), ownModules(project, program))) stale.add(line);
    }
  }
  return { rows, stale: [...stale], notes };
}

/** The report for people. */
export function modelsText({ rows, stale }: ModelsReport): string {
  if (stale.length === 0) return `Each of ${rows} ${rows === 1 ? 'row' : 'rows'} names something.\n`;
  return [...stale, `${stale.length} of ${rows} rows name nothing.`, ''].join('\n');
}

/** The rows that are neither the catalogue's nor those of the tag itself. */
function ownRows({ models }: Policy): Models {
  const known = new Set<object>(Object.values(catalogue).flat());
  const own = <R extends { readonly type: string }>(rows: readonly R[]): readonly R[] =>
    rows.filter((row) => !known.has(row) && row.type !== 'stateless-runtime');
  return {
    sources: own(models.sources),
    sinks: own(models.sinks),
    propagators: own(models.propagators),
    sanitizers: own(models.sanitizers),
    guards: own(models.guards),
  };
}

/** A module that is not on disk, beside the project's files and under its options. */
function openIn({ folder, parsed }: Project): OpenText {
  return (text) => {
    const file = `${folder.replaceAll('\\', '/')}/stateless-models.ts`;
    const host = ts.createCompilerHost({ ...parsed.options, noEmit: true });
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (name, language, ...rest) =>
      name === file ? ts.createSourceFile(file, text, language, true) : read(name, language, ...rest);
    const rootNames = [file, ...parsed.fileNames];
    const program = ts.createProgram({ rootNames, options: { ...parsed.options, noEmit: true }, host });
    const source = program.getSourceFile(file);
    if (source === undefined) throw new Error('The text is not part of its own program.');
    return { program, source };
  };
}

/** The files that a team's own package is made of: its rows name what any of them exports. */
function ownModules({ folder }: Project, program: ts.Program): (module: string) => readonly string[] {
  const name = packageName(folder);
  const files = ownFilesOf(program).map(({ fileName }) => fileName);
  return (module) =>
    packageOfModule(module) === name ? files.filter((file) => isOf(file, module, name)) : [];
}

function isOf(file: string, module: string, name: string): boolean {
  const rest = module.slice(name.length);
  const plain = file.replace(/\.[cm]?[jt]sx?$/, '');
  return rest === '' || plain.endsWith(rest) || plain.endsWith(`${rest}/index`);
}

/** The name in the nearest package.json. */
function packageName(folder: string): string | undefined {
  const text = ts.sys.readFile(join(folder, 'package.json'));
  if (text === undefined) return dirname(folder) === folder ? undefined : packageName(dirname(folder));
  const config: unknown = ts.parseConfigFileTextToJson('package.json', text).config;
  const hasName = typeof config === 'object' && config !== null && 'name' in config;
  return hasName && typeof config.name === 'string' ? config.name : packageName(dirname(folder));
}
