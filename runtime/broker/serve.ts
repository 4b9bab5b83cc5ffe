/** `serve`: a broker for one bundle, on loopback. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { simulatedAttester } from '../attestation/evidence.ts';
import { toHex } from '../bytes.ts';
import { maxRecordLength } from '../egress/record.ts';
import { manifestText } from '../egress/manifest.ts';
import type { KemName } from '../hpke/index.ts';
import type { Description } from '../processor.ts';
import { keyConfigLength } from '../wire/key-config.ts';
import { requestOverhead, responseOverhead } from '../wire/sealed.ts';
import { describeBundle } from './bundle.ts';
import { launchDigest, sessionStart } from './launch.ts';
import type { Observers } from './observe.ts';
import { Offers } from './offers.ts';
import { Pool } from './pool.ts';
import { answer } from './routes.ts';
import type { Desk } from './routes.ts';
import { SessionProcess } from './session-process.ts';
import type { Allowance } from './session-process.ts';

/** How a broker runs. Everything has a default. */
export interface BrokerOptions extends Observers {
  /** Port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** Session processes that wait for an offer. Default 2. */
  readonly poolSize?: number;
  /** Session processes that exist at most, waiting ones included. Default 16. */
  readonly maxProcesses?: number;
  /** Milliseconds for which a full pool lets an offer wait before it answers `ERR_BUSY`. Default 2,000. */
  readonly waitMs?: number;
  /** Milliseconds after which an unused offer expires. Default 30,000. */
  readonly offerMs?: number;
  /** The key encapsulation mechanism of the one-time keys. Default X-Wing. */
  readonly kem?: KemName;
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

const host = '127.0.0.1';

/**
 * Starts a broker and resolves when a first session process waits.
 *
 * @param file a self-contained ES module, or one TypeScript file, that exports a processor as default
 * @param options port, pool, mechanism, and where events and egress records go
 * @throws StatelessError `ERR_BUNDLE` or `ERR_START`; the server's own error when the port is taken
 */
export async function serve(file: string, options: BrokerOptions = {}): Promise<Broker> {
  const { kem = 'x-wing', poolSize = 2, maxProcesses = 16, waitMs = 2_000, offerMs = 30_000 } = options;
  const bundle = await describeBundle(file);
  const { description } = bundle;
  const start = sessionStart(bundle, kem);
  const allowance = allowanceOf(description, kem);
  const digest = await launchDigest(bundle, 'simulated');
  const size = { ready: poolSize, live: maxProcesses, waiters: maxProcesses, waitMs };
  const pool = new Pool(() => new SessionProcess(start, allowance), size);
  const offers = new Offers(offerMs);
  let isStopping = false;
  const desk: Desk = {
    pool,
    offers,
    attest: simulatedAttester,
    egress: manifestText(description.egress),
    launchDigest: digest,
    offerMs,
    wallMs: description.limits.wallMs,
    requestCap: description.limits.inputBytes + requestOverhead(kem),
    observers: options,
    isStopping: () => isStopping,
  };
  const server = createHardenedServer(desk);
  const stop = once(async () => {
    isStopping = true;
    pool.stop();
    offers.withdraw();
    await pool.drained(description.limits.wallMs);
    await closeServer(server);
  });
  const port = await listen(server, options.port ?? 0, pool).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    url: `http://${host}:${port}`,
    description,
    launchDigest: toHex(digest),
    pids: () => pool.pids,
    stop,
  };
}

function allowanceOf({ egress }: Description, kem: KemName): Allowance {
  const frameSizes = egress.sizeClasses.map((size) => size + responseOverhead);
  return {
    caps: {
      key: keyConfigLength(kem),
      frame: Math.max(...frameSizes),
      egress: maxRecordLength(egress.events),
    },
    frameSizes,
    events: egress.events,
  };
}

function createHardenedServer(desk: Desk): Server {
  const limits = {
    maxHeaderSize: 8 * 1024,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 5_000,
  };
  const server = createServer(limits, (request, response) => {
    void answer(desk, request, response);
  });
  server.maxConnections = 256;
  return server;
}

async function listen(server: Server, port: number, pool: Pool): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  await pool.warm();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a port');
  return address.port;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) {
      resolve();
      return;
    }
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
    setTimeout(() => {
      server.closeAllConnections();
    }, 1_000).unref();
  });
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= run());
}
