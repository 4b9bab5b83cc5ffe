/** The checks of the posture: each a question to the facts, with what to do when the answer is no. */
import type { PostureName } from '../channels.ts';
import { inheritable } from '../descriptors.ts';
import type { Facts } from './facts.ts';

/** One check. Unknown facts count as not fulfilled. */
export interface Check {
  readonly name: PostureName;
  readonly question: string;
  readonly isFulfilled: (facts: Facts) => boolean;
  /** What the owner of the machine does about it. */
  readonly remedy: string;
}

const preloading = /^(?:-r|--require|--import|--loader|--experimental-loader|--inspect.*)(?:=|$)/;
const preloadVariables = [
  'NODE_OPTIONS',
  'LD_PRELOAD',
  'LD_AUDIT',
  'NODE_V8_COVERAGE',
  'NODE_COMPILE_CACHE',
  'NODE_DEBUG',
];

/** All checks, by name. */
export const checks: readonly Check[] = [
  {
    name: 'core-dumps',
    question: 'a session process that crashes leaves no core dump',
    isFulfilled: ({ added, corePattern }) =>
      added.includes('no-core-dump') && corePattern?.startsWith('|') === false,
    remedy: 'set kernel.core_pattern to a plain name, and install util-linux and a shell for the launcher',
  },
  {
    name: 'evidence',
    question: 'the evidence is that of hardware, whose policy forbids snapshots, migration and debugging',
    isFulfilled: ({ evidence }) => evidence !== 'sim',
    remedy: 'run inside a trusted execution environment; simulated evidence is for development',
  },
  {
    name: 'inherited-descriptors',
    question: 'no descriptor beyond the standard three is handed on to session processes',
    isFulfilled: ({ isLinux, descriptors }) => isLinux && inheritable(descriptors).length === 0,
    remedy: 'start the broker without open descriptors beyond 0, 1 and 2',
  },
  {
    name: 'memory-wiped-on-free',
    question: 'the kernel overwrites pages when a process ends',
    isFulfilled: ({ commandLine }) => /(?:^|\s)init_on_free=(?:1|y|on)\b/.test(commandLine ?? ''),
    remedy: 'boot the kernel with init_on_free=1',
  },
  {
    name: 'network-closed',
    question: 'a session process has no network: by permission, or in a namespace of its own',
    isFulfilled: ({ nodeVersion, added }) =>
      majorOf(nodeVersion) >= 26 || added.includes('network-namespace'),
    remedy: 'run Node 26 or newer, or install util-linux for the launcher',
  },
  {
    name: 'node-version',
    question: 'Node is 24.7 or newer',
    isFulfilled: ({ nodeVersion }) => majorOf(nodeVersion) > 24 || /^24\.(?:[7-9]|\d\d)/.test(nodeVersion),
    remedy: 'run Node 24.7 or newer; 26 is better',
  },
  {
    name: 'peers-cannot-trace',
    question: 'other processes of the same user can neither trace a session process nor read its memory',
    isFulfilled: ({ tracing }) => ['1', '2', '3'].includes(tracing ?? ''),
    remedy: 'set kernel.yama.ptrace_scope to 1 or more (2 for a broker that runs as root)',
  },
  {
    name: 'preloads',
    question: 'nothing is loaded before the broker: no preload flag, no NODE_OPTIONS, no LD_PRELOAD',
    isFulfilled: ({ execArgv, environment }) =>
      !execArgv.some((flag) => preloading.test(flag)) &&
      !environment.some((name) => preloadVariables.includes(name)),
    remedy: `start the broker without preload flags and without ${preloadVariables.join(', ')}`,
  },
  {
    name: 'swap',
    question: 'no page of memory is written to a swap device',
    isFulfilled: ({ swaps }) => swaps?.split('\n').length === 1,
    remedy: 'switch swap off (swapoff -a)',
  },
  {
    name: 'writable-paths',
    question: 'a session process sees no place that it could write to, whatever its permissions',
    isFulfilled: ({ added }) => added.includes('read-only-root'),
    remedy: 'let the launcher make a mount namespace: util-linux, and root or user namespaces',
  },
];

function majorOf(version: string): number {
  return Number(version.split('.')[0]);
}
