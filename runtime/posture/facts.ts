/** What the machine and this process say about themselves, read once; the checks judge it. */
import { closeSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
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

/** An open descriptor of this process; `flags` are those of open(2), octal. */
export interface Descriptor {
  readonly number: number;
  readonly flags: number;
}

const closeOnExec = 0o2000000;

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

/** Descriptors that a program of this process would inherit, beyond the standard three. */
export function inheritable(descriptors: readonly Descriptor[]): readonly Descriptor[] {
  return descriptors.filter(({ number, flags }) => number > 2 && (flags & closeOnExec) === 0);
}

/** Closes what this process inherited beyond the standard three, before it has opened anything of its own. */
export function closeInherited(): void {
  for (const { number } of inheritable(openDescriptors())) closeSync(number);
}

function openDescriptors(): readonly Descriptor[] {
  if (!existsSync('/proc/self/fdinfo')) return [];
  return readdirSync('/proc/self/fdinfo').flatMap((name) => {
    const flags = /^flags:\s*(\d+)/m.exec(read(`/proc/self/fdinfo/${name}`) ?? '')?.[1];
    return flags === undefined ? [] : [{ number: Number(name), flags: Number.parseInt(flags, 8) }];
  });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
