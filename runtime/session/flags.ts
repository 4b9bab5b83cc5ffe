/** The one list of flags with which a session process is started; the launch digest is taken over it. */

/**
 * Flags, and what each closes, that do not depend on a processor. Network access is never allowed: on Node 26 that needs no flag. None is a
 * flag of V8's own besides the heap's size: see `code-strings.ts`.
 */
const rows = [
  {
    flag: '--permission',
    closes: 'files, child processes, workers, addons, WASI, inspector, and on Node 26 the network',
  },
  {
    flag: '--allow-fs-read=/proc/self/fdinfo/*',
    closes: 'descriptors that it inherited: it finds and closes them',
  },
  { flag: '--no-experimental-sqlite', closes: 'database files, which the permission model does not see' },
  { flag: '--no-addons', closes: 'native code' },
  { flag: '--disable-proto=delete', closes: 'prototype pollution through __proto__' },
  { flag: '--disable-sigusr1', closes: 'the debugger on a signal' },
  { flag: '--no-warnings', closes: 'process warnings that quote values' },
  {
    flag: '--v8-pool-size=1',
    closes: 'threads that each keep memory: a session has one processor to run on',
  },
] as const;

/** What stands for the bundle's files in the digest, so that it does not depend on where they lie. */
const bundlePlaceholder = '<bundle>';

/**
 * The flags of one session process.
 *
 * @param readable files and folders that it may read until it has booted
 * @param memoryMb megabytes of JavaScript heap
 */
export function sessionFlags(readable: readonly string[], memoryMb: number): string[] {
  return [
    ...rows.map(({ flag }) => flag),
    `--max-old-space-size=${memoryMb}`,
    ...readable.map((path) => `--allow-fs-read=${path}`),
  ];
}

/** The flags as they enter the launch digest. */
export function flagsForDigest(memoryMb: number): string[] {
  return sessionFlags([bundlePlaceholder], memoryMb);
}

/** The whole environment of a session process; Node adds its IPC channel. */
export const sessionEnvironment = { UV_USE_IO_URING: '0' } as const;
