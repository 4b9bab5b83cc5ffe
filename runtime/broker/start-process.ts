/** Starts a guarded process: no stdio, an empty environment, fixed flags, and one IPC channel. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import process from 'node:process';
import { sessionEnvironment, sessionFlags } from '../session/flags.ts';

/** What a guarded process is started with. */
export interface Start {
  readonly entry: string;
  readonly arguments: readonly string[];
  readonly readable: readonly string[];
  readonly memoryMb: number;
  /** The launcher's command, which goes before its own. */
  readonly launcher: readonly string[];
}

/** Starts it; nothing that it prints goes anywhere. */
export function startProcess(start: Start): ChildProcess {
  const flags = sessionFlags(start.readable, start.memoryMb);
  const command = [...start.launcher, process.execPath, ...flags, start.entry, ...start.arguments];
  const [program = '', ...values] = command;
  return spawn(program, values, {
    cwd: '/',
    env: { ...sessionEnvironment },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
