/** `serve`: a broker for one bundle, on loopback. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { simulatedAttester } from '../attesters/simulated.ts';
import { requirePosture } from './ask-machine.ts';
import { describeBundle } from './bundle.ts';
import { openDesk } from './desk.ts';
import type { Desk } from './desk-parts.ts';
import type { Broker, BrokerOptions } from './options.ts';
import { answer } from './routes.ts';

const host = '127.0.0.1';
const hardening = {
  maxHeaderSize: 8 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
} as const;
const maxConnections = 256;
const lastAnswersMs = 1_000;

/**
 * Starts a broker and resolves when a first session process waits.
 *
 * @param file a self-contained ES module, or one TypeScript file, that exports a processor as default
 * @param options port, pool, mechanism, and where events and egress records go
 * @throws StatelessError `ERR_BUNDLE`, `ERR_START` or, in production, `ERR_POSTURE`; the server's own error when the port is taken
 *
 * @example
 * const broker = await serve('dist/summarise.mjs', { onEgress: (record) => console.log(record) });
 */
export async function serve(file: string, options: BrokerOptions = {}): Promise<Broker> {
  const bundle = await describeBundle(file);
  if (options.production === true) await requirePosture(options.attester ?? simulatedAttester, bundle);
  const desk = await openDesk(bundle, options);
  const server = createHardenedServer(desk, options);
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= stopBroker(desk, server));
  try {
    const port = await listen(server, options.port ?? 0);
    await desk.pool.warm();
    return {
      url: `http://${host}:${port}`,
      description: bundle.description,
      launchDigest: Buffer.from(desk.launchDigest).toString('hex'),
      pids: () => desk.pool.pids,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function createHardenedServer(desk: Desk, { readMs = 30_000 }: BrokerOptions): Server {
  const server = createServer(hardening, (request, response) => {
    void answer(desk, request, response);
  });
  server.maxConnections = maxConnections;
  // Whoever never reads an answer must not keep a place for ever.
  server.timeout = desk.wallMs + readMs;
  return server;
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a port');
  return address.port;
}

async function stopBroker({ pool, offers, wallMs }: Desk, server: Server): Promise<void> {
  pool.stop();
  offers.withdraw();
  await pool.drained(wallMs);
  if (server.listening) await closeServer(server);
}

function closeServer(server: Server): Promise<void> {
  const timer = setTimeout(server.closeAllConnections.bind(server), lastAnswersMs);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
