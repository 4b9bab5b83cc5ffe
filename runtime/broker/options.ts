/** How a broker is told to run, and what a running one is. Types only. */
import type { Attester, Notary } from '../attestation/evidence.ts';
import type { Description } from '../definition.ts';
import type { KemName } from '../hpke/suites.ts';
import type { Observers } from './events.ts';

/** How a broker runs its sessions. Everything has a default. */
export interface DeskOptions extends Observers {
  /** Session processes that wait for an offer. Default 2. */
  readonly poolSize?: number;
  /** Session processes that exist at most, waiting ones included. Default 16. */
  readonly maxProcesses?: number;
  /** Milliseconds for which a full pool lets an offer wait before it answers `ERR_BUSY`. Default 2,000. */
  readonly waitMs?: number;
  /** Milliseconds after which an unused offer expires. Default 10,000. */
  readonly offerMs?: number;
  /** The key encapsulation mechanism of the one-time keys. Default X-Wing. */
  readonly kem?: KemName;
  /**
   * `process`, the default: a process for each session. `epoch`: a process serves `epochSessions` sessions before it
   * ends, each under a key of its own, and may still hold what the earlier ones left; for tasks that cost less than a
   * process, and the README says what was measured of it. The launch digest tells them apart.
   */
  readonly tier?: 'process' | 'epoch';
  /** Sessions of a process in the tier `epoch`, 2 to 1,000. Default 16. */
  readonly epochSessions?: number;
  /** What is put around a session process from outside: what the machine allows (the default), or nothing. */
  readonly launcher?: 'auto' | 'none';
  /** Makes the evidence. Default the simulated one, which clients refuse unless they name it. */
  readonly attester?: Attester;
  /** When evidence is made: `perSession`, the default, or `perEpoch(milliseconds)` of `stateless-runtime/attesters`. */
  readonly notary?: (attester: Attester) => Notary;
  /** Origins whose browsers may talk to the broker. Default none. */
  readonly origins?: readonly string[];
  /** Unused offers that one connection may have out. Default half of `maxProcesses`. */
  readonly offersPerConnection?: number;
  /**
   * Unused offers that one address may have out: a relay is one, and so are all addresses of an IPv6 network of 64 bits.
   * Default three quarters of `maxProcesses`.
   */
  readonly offersPerAddress?: number;
}

/** How a broker runs. Everything has a default. */
export interface BrokerOptions extends DeskOptions {
  /** Port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /**
   * Milliseconds that a client may take, besides those of a session, without reading any of its answer: then its
   * connection is closed. Default 30,000.
   */
  readonly readMs?: number;
  /** Refuses to start while a channel is open that a machine can close (`ERR_POSTURE`, as `doctor` tells). */
  readonly production?: boolean;
}

/** A running broker. */
export interface Broker {
  readonly url: string;
  readonly description: Description;
  /** Hexadecimal, as a client's policy names it. */
  readonly launchDigest: string;
  /** Process ids of the session processes that are alive. */
  readonly pids: () => number[];
  /** Takes no more sessions, lets those that run end, and resolves when no process is left. */
  readonly stop: () => Promise<void>;
}
