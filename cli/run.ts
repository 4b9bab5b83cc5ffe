/** One run of the command line: from arguments to an exit code. 0 clean, 1 findings, 2 could not run. */
import { SettingsError } from '../catalogue/settings-shape.ts';
import type { CheckArguments, ExplainArguments } from './arguments.ts';
import { parseArguments } from './arguments.ts';
import { check } from './check.ts';
import { CannotRun } from './cannot-run.ts';
import { explain } from './explain.ts';
import { explainJson, explainText } from './explain-text.ts';
import { helpText, ownVersion } from './help.ts';
import type { Output } from './output.ts';
import type { Progress } from './progress.ts';
import { trackProgress } from './progress.ts';
import { jsonOf } from './report-json.ts';
import { styleFor, textOf } from './report-text.ts';
import { modelsText, verifyModels } from './verify-models.ts';

export type ExitCode = 0 | 1 | 2;

/** The streams and the folder that a run works with. */
export interface Surroundings {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Absolute path of the working directory: what paths are relative to. */
  readonly folder: string;
  /** The clock, in milliseconds: what long work is measured by. */
  readonly now: () => number;
}

/** Runs the command that the arguments name. A known error prints one line that says what to do. */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  try {
    return await runCommand(words, surroundings);
  } catch (error) {
    surroundings.stderr.write(`${describeFailure(error)}\n`);
    return 2;
  }
}

async function runCommand(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const command = parseArguments(words);
  if (command.name === 'check') return runCheck(command, surroundings);
  if (command.name === 'explain') return runExplain(command, surroundings);
  surroundings.stdout.write(command.name === 'help' ? helpText : `${ownVersion()}\n`);
  return 0;
}

async function runCheck(command: CheckArguments, surroundings: Surroundings): Promise<ExitCode> {
  const { stdout, stderr, folder, now } = surroundings;
  const progress = trackProgress(stderr, now);
  if (command.verifiesModels) return runVerifyModels(command, surroundings, progress);
  const report = await check({ ...command, folder }, progress).finally(() => {
    progress.end();
  });
  for (const note of report.notes) stderr.write(`${note}\n`);
  stdout.write(command.format === 'json' ? jsonOf(report) : textOf(report, styleFor(stdout)));
  return report.findings.length === 0 ? 0 : 1;
}

async function runVerifyModels(
  command: CheckArguments,
  { stdout, stderr, folder }: Surroundings,
  progress: Progress,
): Promise<ExitCode> {
  const report = await verifyModels({ ...command, folder }, progress).finally(() => {
    progress.end();
  });
  for (const note of report.notes) stderr.write(`${note}\n`);
  stdout.write(command.format === 'json' ? `${JSON.stringify(report, undefined, 2)}\n` : modelsText(report));
  return report.stale.length === 0 ? 0 : 1;
}

async function runExplain(command: ExplainArguments, surroundings: Surroundings): Promise<ExitCode> {
  const { stdout, stderr, folder, now } = surroundings;
  const progress = trackProgress(stderr, now);
  const report = await explain({ ...command, folder }, progress).finally(() => {
    progress.end();
  });
  for (const note of report.notes) stderr.write(`${note}\n`);
  stdout.write(command.format === 'json' ? explainJson(report) : explainText(report, styleFor(stdout)));
  return 0;
}

/** What we know how to explain is one line; a fault of our own keeps its stack, for a report. */
function describeFailure(error: unknown): string {
  if (error instanceof CannotRun || error instanceof SettingsError) return `stateless: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
