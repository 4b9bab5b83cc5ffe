/** Asks programs of their own: what this machine adds around a session process and leaves open, what a file is without types. */
import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import type { Attester } from '../attestation/evidence.ts';
import { StatelessError } from '../error.ts';
import { list, parseJson, text } from '../shape.ts';
import type { Bundle } from './launch-parts.ts';
import { entries } from './places.ts';

const askMs = 20_000;

/**
 * The command to put before that of a session process; empty where nothing can be added.
 *
 * @throws StatelessError `ERR_START` when the launcher gives no answer.
 */
export async function askLauncher(): Promise<readonly string[]> {
  return ask('launcher');
}

/**
 * Refuses a machine on which a channel is open that a machine can close, and upstreams that give simulated evidence.
 *
 * @throws StatelessError `ERR_POSTURE` naming the channels and the checks that fail; what the attester throws.
 */
export async function requirePosture(attester: Attester, { description }: Bundle): Promise<void> {
  const { kind } = await attester(new Uint8Array(64));
  const upstreams = description.egress.uses.flatMap(({ name, policy }) => [name, policy]);
  const open = await ask('posture', kind, JSON.stringify(process.execArgv), ...upstreams);
  if (open.length > 0) throw new StatelessError('ERR_POSTURE', open.join('; '));
}

/**
 * What a program of the runtime prints, a JSON list of texts.
 *
 * @throws StatelessError `ERR_START` when it gives no answer.
 */
export async function ask(program: keyof typeof entries, ...values: string[]): Promise<readonly string[]> {
  const fault = (): StatelessError => new StatelessError('ERR_START', `the ${program} gave no answer`);
  const words = ['--no-warnings', entries[program], ...values];
  const { stdout } = await promisify(execFile)(process.execPath, words, { timeout: askMs }).catch(() => ({
    stdout: '',
  }));
  return list(text())(parseJson(stdout, fault), fault);
}
