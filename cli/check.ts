/** `stateless check`: the same flows as in ESLint, from the same engine, for a whole project. */
import { relative, resolve } from 'node:path';
import type ts from 'typescript';
import { policyOf } from '../catalogue/policy.ts';
import { parseSettings } from '../catalogue/settings.ts';
import type { Analysis, Policy } from '../engine/index.ts';
import { createAnalysis } from '../engine/index.ts';
import { parseModels } from '../engine/models/compile.ts';
import { configurationOf } from './configuration.ts';
import type { FileConfiguration } from './eslint-file-configuration.ts';
import { checkFile } from './file-check.ts';
import type { Progress } from './progress.ts';
import type { Project } from './project.ts';
import { createProgram, ownFilesOf, readProjects } from './project.ts';
import type { FileResult, Report } from './report.ts';
import { reportOf } from './report.ts';

/** What to check. */
export interface CheckRequest {
  /** The tsconfig or its folder, relative to `folder`. */
  readonly project: string;
  /** An ESLint configuration to use in place of the project's own, relative to `folder`. */
  readonly config: string | undefined;
  /** Absolute path of the working directory. */
  readonly folder: string;
}

/** How a program is analysed under a policy. */
export type Analyse = (program: ts.Program, policy: Policy) => Analysis;

/** A file with what holds in it. */
interface FileWork {
  readonly file: ts.SourceFile;
  readonly configuration: FileConfiguration;
  readonly policy: Policy;
}

/**
 * Checks a project, and the projects that it stands for. Paths in the report are relative to the working directory.
 * @param analyse the engine, unless a test gives another
 * @throws CannotRun, SettingsError
 */
export async function check(
  request: CheckRequest,
  progress: Progress,
  analyse: Analyse = createAnalysis,
): Promise<Report> {
  const results: FileResult[] = [];
  const notes: string[] = [];
  for (const project of readProjects(resolve(request.folder, request.project))) {
    progress.say(`Reading ${relative(request.folder, project.configFile)}`);
    const program = createProgram(project);
    const plan = await planOf(project, program, request);
    notes.push(...plan.notes);
    for (const [index, { file, configuration, policy }] of plan.work.entries()) {
      progress.say(`Checking file ${index + 1} of ${plan.work.length}`);
      results.push(checkFile(analyse(program, policy), file, configuration));
    }
  }
  return reportOf(results, notes, request.folder);
}

interface Plan {
  readonly work: readonly FileWork[];
  readonly notes: readonly string[];
}

async function planOf(project: Project, program: ts.Program, request: CheckRequest): Promise<Plan> {
  const files = ownFilesOf(program);
  const { files: configurations, notes } = await configurationOf(
    {
      projectFolder: project.folder,
      workingFolder: request.folder,
      override: request.config === undefined ? undefined : resolve(request.folder, request.config),
    },
    files.map(({ fileName }) => fileName),
  );
  const policyIn = rememberingPolicies(project.folder);
  const work = files.flatMap((file) => {
    const configuration = configurations.get(file.fileName);
    if (configuration === undefined || configuration.rules.size === 0) return [];
    return [{ file, configuration, policy: policyIn(configuration) }];
  });
  return { work, notes };
}

/** Policies by the settings that ESLint shares between files, then by the folder of their paths. */
function rememberingPolicies(projectFolder: string): (configuration: FileConfiguration) => Policy {
  const known = new Map<unknown, Map<string, Policy>>();
  return ({ settings, settingsFolder }) => {
    const folder = settingsFolder ?? projectFolder;
    const byFolder = known.get(settings) ?? new Map<string, Policy>();
    known.set(settings, byFolder);
    const policy = byFolder.get(folder) ?? policyOf(parseSettings(settings, parseModels), folder);
    byFolder.set(folder, policy);
    return policy;
  };
}
