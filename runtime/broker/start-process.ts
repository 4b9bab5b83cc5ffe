/** Starts a guarded process: no stdio, an empty environment, fixed flags, and one IPC channel. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import process from 'node:process';
import { sessionEnvironment, sessionFlags } from '../session/flags.ts';
import type { Launcher } from './launcher.ts';

/** What a guarded process is started with. */
export interface Start {
  readonly entry: string;
  readonly arguments: readonly string[];
  readonly readable: readonly string[];
  readonly memoryMb: number;
  /** What the machine adds around it; without one it is started bare. */
  readonly launcher?: Launcher | undefined;
}

/** Starts it; nothing that it prints goes anywhere. */
export function startProcess(start: Start): ChildProcess {
  const flags = sessionFlags(start.readable, start.memoryMb);
  const bare = [process.execPath, ...flags, start.entry, ...start.arguments];
  const [program = '', ...values] = start.launcher?.wrap(bare) ?? bare;
  return spawn(program, values, {
    cwd: '/',
    env: { ...sessionEnvironment },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
