/** Runs the command `stateless-runtime` from its sources, and keeps all that it prints. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';

/** A running command. */
export interface RunningCommand {
  readonly pid: number;
  /** Everything that it has printed, on both streams. */
  readonly output: () => string;
  /** The address that it announces. */
  readonly url: () => Promise<string>;
  /** Sends a signal (SIGTERM unless told otherwise) and gives the exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** The exit code of a command that ends by itself. */
  readonly ended: Promise<number | null>;
}

const main = join(import.meta.dirname, '../../../runtime/cli/main.ts');

/** Starts it. */
export function startCommand(...values: readonly string[]): RunningCommand {
  return startCommandOn(process.execPath, ...values);
}

/** Starts it on one Node of several. */
export function startCommandOn(node: string, ...values: readonly string[]): RunningCommand {
  const child = spawn(node, ['--no-warnings', main, ...values], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = once(child, 'close').then(() => child.exitCode);
  return {
    pid: child.pid ?? 0,
    output: () => output,
    ended,
    async url() {
      for (;;) {
        const found = /http:\/\/\S+/.exec(output)?.[0];
        if (found !== undefined) return found;
        if (child.exitCode !== null) throw new Error(`the command ended: ${output}`);
        await delay(20);
      }
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}
