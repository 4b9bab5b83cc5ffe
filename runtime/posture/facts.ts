/** What the machine and this process say about themselves, read once; the checks judge it. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { openDescriptors } from '../descriptors.ts';
import type { Descriptor } from '../descriptors.ts';
import { findLauncher } from '../launcher/launcher.ts';
import type { LauncherStep } from '../launcher/launcher.ts';

/** Facts of one machine. A text that could not be read is undefined. */
export interface Facts {
  readonly isLinux: boolean;
  readonly nodeVersion: string;
  readonly execArgv: readonly string[];
  readonly environment: readonly string[];
  readonly swaps: string | undefined;
  readonly corePattern: string | undefined;
  readonly tracing: string | undefined;
  readonly commandLine: string | undefined;
  readonly descriptors: readonly Descriptor[];
  readonly added: readonly LauncherStep[];
  readonly missing: readonly LauncherStep[];
  /** The kind of evidence that the broker would give. */
  readonly evidence: string;
}

/** Reads the facts of this machine. */
export function readFacts(evidence: string): Facts {
  const { added, missing } = findLauncher();
  return {
    isLinux: process.platform === 'linux',
    nodeVersion: process.versions.node,
    execArgv: process.execArgv,
    environment: Object.keys(process.env),
    swaps: read('/proc/swaps'),
    corePattern: read('/proc/sys/kernel/core_pattern'),
    tracing: read('/proc/sys/kernel/yama/ptrace_scope'),
    commandLine: read('/proc/cmdline'),
    descriptors: openDescriptors(),
    added,
    missing,
    evidence,
  };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
