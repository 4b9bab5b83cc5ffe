/** How a broker is told to run, and what its parts work with. Types only. */
import type { Attester, Notary } from '../attestation/evidence.ts';
import type { Bytes } from '../bytes.ts';
import type { Description } from '../definition.ts';
import type { StatelessError } from '../error.ts';
import type { UseShape } from '../egress/shapes.ts';
import type { KemName } from '../hpke/suites.ts';
import type { Resolution } from '../session/modules.ts';
import type { Form } from './http.ts';
import type { Observers } from './events.ts';
import type { Offers } from './offers.ts';
import type { Pool } from './pool.ts';
import type { SessionProcess } from './session-process.ts';

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

/** What the routes need to know; the same for every request. */
export interface Desk {
  readonly pool: Pool;
  readonly offers: Offers;
  readonly notary: Notary;
  readonly origins: readonly string[];
  /** The egress manifest's text. */
  readonly egress: string;
  /** The upstreams that sessions may call. */
  readonly uses: readonly UseShape[];
  readonly launchDigest: Bytes;
  readonly offerMs: number;
  readonly wallMs: number;
  /** Bytes of the largest sealed request. */
  readonly requestCap: number;
  /** How requests and responses are sealed. */
  readonly form: Form;
  readonly observers: Observers;
}

/** How a broker runs. Everything has a default. */
export interface BrokerOptions extends DeskOptions {
  /** Port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
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

/** A described bundle: what it says, which files it is made of, and how its imports resolve. */
export interface Bundle {
  readonly url: string;
  readonly description: Description;
  readonly resolutions: readonly Resolution[];
  /** Absolute paths; the entry first, the others sorted. */
  readonly files: readonly string[];
}

/** A waiting process and its key configuration. */
export interface Prewarmed {
  readonly process: SessionProcess;
  readonly keyConfig: Bytes;
}

/** How many processes wait, how many exist at most, and who may wait for one and how long. */
export interface PoolSize {
  readonly ready: number;
  readonly live: number;
  readonly waiters: number;
  /** Whether processes come back from their sessions, so that there is no hurry to boot another. */
  readonly isShared: boolean;
  readonly waitMs: number;
}

/** How long offers last, and how many one connection and one address may have out. */
export interface OfferLimits {
  readonly lifetimeMs: number;
  readonly perConnection: number;
  readonly perAddress: number;
}

/** Who asks: one place among the offers that its connection, and its network, may have out at a time. */
export interface Holder {
  readonly connection: object;
  readonly network: string;
}

/** An offer that is out. */
export interface OpenOffer {
  readonly process: SessionProcess;
  readonly holder: Holder;
  readonly timer: NodeJS.Timeout;
  readonly expires: number;
}

/** What is asked of an upstream's broker. */
export interface UpstreamQuestion {
  readonly url: URL;
  readonly body: Bytes;
  readonly type: string;
  /** Milliseconds for each reading of its answer. */
  readonly waitMs: number;
  /** The end of the session. */
  readonly ended: AbortSignal;
}

/** What it answers, read as far as the reader says. */
export interface UpstreamAnswer {
  /** Reads until as many bytes are there as `enough` says of those that are, or no more come. */
  readonly read: (enough: (bytes: Bytes, ok: boolean) => number, cap?: number) => Promise<Bytes>;
  /** Wants no more of it. */
  readonly close: () => void;
}

/** What one session has done with one upstream. */
export interface UpstreamCalls {
  readonly use: UseShape;
  made: number;
  /** The offer that waits for its one request. */
  session?: string | undefined;
  /** The stream that is open, and how many of its frames were asked for. */
  stream?: UpstreamAnswer | undefined;
  frames: number;
}

/** What has come and gone so far, and why no more of the request was taken. */
export interface Traffic {
  requestBytes: number;
  responseBytes: number;
  fault: StatelessError | undefined;
}

/** What a guarded process is started with. */
export interface Start {
  readonly entry: string;
  readonly arguments: readonly string[];
  readonly readable: readonly string[];
  readonly memoryMb: number;
  /** Sessions that it serves, one after the other, before it ends. Default 1. */
  readonly sessions?: number;
  /** The launcher's command, which goes before its own. */
  readonly launcher: readonly string[];
}
