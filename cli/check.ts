/** `stateless check`: the same flows as in ESLint, from the same engine, for a whole project. */
import { relative, resolve } from 'node:path';
import type ts from 'typescript';
import type { Analysis, Policy } from '../engine/index.ts';
import { createAnalysis } from '../engine/index.ts';
import { checkFile } from './file-check.ts';
import type { ProjectRequest } from './plan.ts';
import { planOf } from './plan.ts';
import type { Progress } from './progress.ts';
import { createProgram, readProjects } from './project.ts';
import type { FileResult, Report } from './report.ts';
import { reportOf } from './report.ts';

/** How a program is analysed under a policy. */
export type Analyse = (program: ts.Program, policy: Policy) => Analysis;

/**
 * Checks a project, and the projects that it stands for. Paths in the report are relative to the working directory.
 * @param analyse the engine, unless a test gives another
 * @throws CannotRun, SettingsError
 */
export async function check(
  request: ProjectRequest,
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
