/** Channels that only the owner of the machine can close. */
import type { Channel } from '../channels.ts';

export const channelsOfMachine: readonly Channel[] = [
  {
    number: 18,
    id: 'core-dumps',
    name: 'core dumps',
    kinds: ['disk'],
    closers: [],
    needs: ['core-dumps'],
    alsoClosedBy: ['launcher:no-core-dump', 'process:abort'],
  },
  {
    number: 19,
    id: 'swap',
    name: 'swap, hibernation, compressed swap',
    kinds: ['disk'],
    closers: [],
    needs: ['swap'],
    untried: 'a process cannot ask to be swapped out',
  },
  {
    number: 20,
    id: 'peers',
    name: 'ptrace and /proc/PID/mem by processes of the same user',
    kinds: ['process'],
    closers: [],
    needs: ['peers-cannot-trace'],
    residual:
      'PR_SET_DUMPABLE cannot be set from outside; root of the machine reads any memory while a session runs',
  },
  {
    number: 21,
    id: 'own-proc-files',
    name: "the process's own files under /proc",
    kinds: ['disk'],
    closers: ['flag:--permission', 'module:node:fs', 'code:session/guard.ts#DropPermissions'],
    needs: ['node-version'],
  },
  {
    number: 57,
    id: 'machine-snapshots',
    name: 'snapshots and migration of the virtual machine',
    kinds: ['disk'],
    closers: [],
    needs: ['evidence'],
    untried: 'only the host can take one',
  },
  {
    number: 58,
    id: 'host-clock-and-entropy',
    name: 'clock and entropy from the host, io_uring around a system call filter',
    kinds: ['process'],
    closers: [],
    residual:
      'io_uring is switched off; a host can choose the clock, and entropy comes from kernel and processor',
    untried: 'the host is outside of the process',
  },
  {
    number: 63,
    id: 'freed-memory',
    name: 'pages of an ended process that the kernel has not overwritten yet',
    kinds: ['disk'],
    closers: [],
    needs: ['memory-wiped-on-free'],
    untried: 'only the kernel and the host can read a free page',
  },
  {
    number: 64,
    id: 'resource-use',
    name: 'processor time, memory and page faults that other users see',
    kinds: ['process'],
    closers: [],
    residual: 'a handler can spend time and memory by its input; outside of the leak budget, like timing',
  },
];
