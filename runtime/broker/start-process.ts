/** Starts a guarded process: no stdio, an empty environment, fixed flags, and one IPC channel. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import process from 'node:process';
import type { Start } from './launch-parts.ts';
import { sessionEnvironment, sessionFlags } from '../session/flags.ts';

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
