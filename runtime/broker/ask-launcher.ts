/** Asks the launcher, a program of its own, what this machine adds around a session process. */
import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import { StatelessError } from '../error.ts';
import { list, parseJson, text } from '../shape.ts';
import { entries } from './places.ts';

const askMs = 20_000;

/**
 * The command to put before that of a session process; empty where nothing can be added.
 *
 * @throws StatelessError `ERR_START` when the launcher gives no answer.
 */
export async function askLauncher(): Promise<readonly string[]> {
  const fault = (): StatelessError => new StatelessError('ERR_START', 'the launcher gave no answer');
  const asked = promisify(execFile)(process.execPath, ['--no-warnings', entries.launcher], {
    timeout: askMs,
  });
  const { stdout } = await asked.catch(() => ({ stdout: '' }));
  return list(text())(parseJson(stdout, fault), fault);
}
