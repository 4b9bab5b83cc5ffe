/** `stateless explain`: why a value is labelled at a place, or is not. */
import { relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import type { Explanation } from '../engine/index.ts';
import { createAnalysis } from '../engine/index.ts';
import type { Target } from './arguments.ts';
import { CannotRun } from './cannot-run.ts';
import { checkFile } from './file-check.ts';
import type { FileWork, ProjectRequest } from './plan.ts';
import { planOf } from './plan.ts';
import type { Progress } from './progress.ts';
import type { Project } from './project.ts';
import { createProgram, readProjects } from './project.ts';
import type { Finding } from './report.ts';
import { reportOf } from './report.ts';

export interface ExplainRequest extends ProjectRequest {
  readonly at: Target;
}

/** What is said of a place. Names of files are relative to the working directory. */
export interface ExplainReport {
  readonly explanations: readonly Explanation[];
  /** Findings that are reported on the line, those under an inline comment included. */
  readonly reported: readonly Finding[];
  readonly notes: readonly string[];
}

/** Explains a place of a project. @throws CannotRun, SettingsError */
export async function explain(request: ExplainRequest, progress: Progress): Promise<ExplainReport> {
  const { at, folder } = request;
  const fileName = resolve(folder, at.file).split(sep).join('/');
  const [project, program] = programWith(fileName, request, progress);
  const plan = await planOf(project, program, request);
  const work = plan.work.find(({ file }) => file.fileName === fileName);
  if (work === undefined)
    throw new CannotRun(`No rule is on in ${at.file}.`, 'Switch one on for it in the ESLint configuration.');
  checkPlace(at, work.file);
  progress.say(`Explaining ${at.file}`);
  return explainIn(program, work, request, plan.notes);
}

function explainIn(
  program: ts.Program,
  { file, policy, configuration }: FileWork,
  { at, folder }: ExplainRequest,
  notes: readonly string[],
): ExplainReport {
  const analysis = createAnalysis(program, policy);
  const explanations = analysis.explainAt(file, at.line, at.column);
  if (explanations.length === 0)
    throw new CannotRun(`There is no value at ${placeText(at)}.`, 'Name a place where an expression stands.');
  const report = reportOf([checkFile(analysis, file, configuration)], notes, folder);
  const reported = [...report.findings, ...report.suppressed].filter(({ sink }) => sink.line === at.line);
  return { explanations: explanations.map((one) => inFolder(one, folder)), reported, notes: report.notes };
}

const placeText = ({ file, line, column }: Target): string =>
  column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;

/** The project that a file belongs to: the first of those that a tsconfig stands for. */
function programWith(
  fileName: string,
  { project, folder, at }: ExplainRequest,
  progress: Progress,
): readonly [Project, ts.Program] {
  if (!ts.sys.fileExists(fileName))
    throw new CannotRun(`There is no file ${at.file}.`, 'Name one of the project.');
  for (const each of readProjects(resolve(folder, project))) {
    progress.say(`Reading ${relative(folder, each.configFile)}`);
    const program = createProgram(each);
    if (program.getSourceFile(fileName) !== undefined) return [each, program];
  }
  throw new CannotRun(`${at.file} is not a file of ${project}.`, 'Name its tsconfig with -p TSCONFIG.');
}

function checkPlace({ file: name, line, column }: Target, file: ts.SourceFile): void {
  const starts = file.getLineStarts();
  const start = starts[line - 1];
  if (start === undefined)
    throw new CannotRun(`${name} has no line ${line}.`, `Name one from 1 to ${starts.length}.`);
  const length = (starts[line] ?? file.end + 1) - start;
  if (column !== undefined && column > length)
    throw new CannotRun(`Line ${line} of ${name} has no column ${column}.`, `Name one from 1 to ${length}.`);
}

function inFolder(explanation: Explanation, folder: string): Explanation {
  const at = <T extends { readonly file: string }>(point: T): T => ({
    ...point,
    file: relative(folder, point.file).split(sep).join('/'),
  });
  const placed = <T extends { readonly place: Explanation['place'] }>(item: T): T => ({
    ...item,
    place: at(item.place),
  });
  return {
    ...placed(explanation),
    arrivals: explanation.arrivals.map((arrival) => ({
      ...arrival,
      source: placed(arrival.source),
      steps: arrival.steps.map(placed),
    })),
    drops: explanation.drops.map(placed),
  };
}
