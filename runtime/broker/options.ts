/** How a broker is told to run, and what its parts work with. Types only. */
import type { Attester, Notary } from '../attestation/evidence.ts';
import type { Bytes } from '../bytes.ts';
import type { Description } from '../definition.ts';
import type { UseShape } from '../egress/shapes.ts';
import type { KemName } from '../hpke/suites.ts';
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
  /** Unused offers that one address may have out: a relay is one. Default three quarters of `maxProcesses`. */
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
  readonly waitMs: number;
}

/** How long offers last, and how many one connection and one address may have out. */
export interface OfferLimits {
  readonly lifetimeMs: number;
  readonly perConnection: number;
  readonly perAddress: number;
}

/** Who asks: one place among the offers that its connection, and its address, may have out at a time. */
export interface Holder {
  readonly connection: object;
  readonly address: string | undefined;
}
