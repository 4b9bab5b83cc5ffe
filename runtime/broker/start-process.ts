/** Starts a guarded process: no stdio, an empty environment, fixed flags, and one IPC channel. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { sessionEnvironment, sessionFlags } from '../session/flags.ts';

/** What a guarded process is started with. */
export interface Start {
  readonly entry: string;
  readonly arguments: readonly string[];
  readonly readable: readonly string[];
  readonly memoryMb: number;
}

/** Starts it; nothing that it prints goes anywhere. */
export function startProcess(start: Start): ChildProcess {
  return fork(start.entry, [...start.arguments], {
    cwd: '/',
    env: { ...sessionEnvironment },
    execArgv: sessionFlags(start.readable, start.memoryMb),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
