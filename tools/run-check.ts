/** Runs the built `stateless check` and reads what it found. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

/** A place as the command prints it: POSIX path from the working folder, line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly source: Place & { readonly name: string };
  readonly sink: Place & { readonly name: string };
  readonly steps: readonly (Place & { readonly what: string })[];
}

export interface CheckOptions {
  readonly folder: string;
  /** `inherit` shows the command's output as it comes; `pipe` keeps its standard output. */
  readonly output: 'inherit' | 'pipe';
}

export const root = join(import.meta.dirname, '..');

export function runCheck(
  args: readonly string[],
  { folder, output }: CheckOptions,
): { exitCode: number; text: string } {
  const program = join(root, 'dist/cli/main.js');
  const result = spawnSync(process.execPath, [program, 'check', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', output, 'inherit'],
  });
  return { exitCode: result.status ?? 2, text: output === 'pipe' ? result.stdout : '' };
}

/** The findings of a project of this repository. Throws when the command could not run: it has then said why. */
export function findingsOf(project: string): readonly Finding[] {
  const { exitCode, text } = runCheck(['-p', project, '--format', 'json'], { folder: root, output: 'pipe' });
  if (exitCode > 1) throw new Error(`stateless check could not run on ${project}.`);
  return (JSON.parse(text) as { readonly findings: readonly Finding[] }).findings;
}
