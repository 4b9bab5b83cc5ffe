/** Serves the page, what it expects of its broker, and for a look at a replay a broker that answers with old evidence. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Broker } from 'stateless-runtime/broker';
import { build } from 'esbuild';
import { servePair } from '../serve.ts';
import type { Pair } from '../serve.ts';

/** A running page. */
export interface Page {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts page and broker on loopback; the broker answers browsers of this page's origin alone. */
export async function servePage(port = 0, kem: 'x-wing' | 'x25519' = 'x-wing'): Promise<Page> {
  const script = await bundlePage();
  const page: { pair?: Pair } = {};
  const server = createServer((request, response) => {
    void answer(request, response, script, page.pair?.service).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String(portOf(server))}`;
  page.pair = await servePair({ origins: [url], kem });
  return {
    url,
    async stop() {
      server.closeAllConnections();
      server.close();
      await page.pair?.stop();
    },
  };
}

/** The page's script: one verifier less than a client of real evidence would have. */
async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    minify: true,
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  script: string,
  broker: Broker | undefined,
): Promise<void> {
  const path = request.url ?? '/';
  if (path === '/page.js') send(response, 'text/javascript', script);
  else if (path === '/expected.json' && broker)
    send(response, 'application/json', await expected(request, broker));
  else if (path === '/replaying/offers' && broker) send(response, 'application/json', await oldOffer(broker));
  else send(response, 'text/html', readFileSync(join(import.meta.dirname, 'index.html'), 'utf8'));
}

async function expected(request: IncomingMessage, broker: Broker): Promise<string> {
  const { egress } = (await offer(broker)) as { egress: string };
  return JSON.stringify({
    broker: broker.url,
    replaying: `http://${request.headers.host ?? ''}/replaying/`,
    launchDigest: broker.launchDigest,
    egressDigest: createHash('sha256').update(egress).digest('hex'),
  });
}

// Made for a nonce of this server's own: what a broker has that kept an offer from before.
async function oldOffer(broker: Broker): Promise<string> {
  return JSON.stringify(await offer(broker));
}

async function offer(broker: Broker): Promise<unknown> {
  const nonce = Buffer.alloc(32).toString('base64url');
  const answered = await fetch(new URL('/offers', broker.url), {
    method: 'POST',
    body: JSON.stringify({ nonce }),
    headers: { 'content-type': 'application/json' },
  });
  return answered.json();
}

function send(response: ServerResponse, type: string, text: string): void {
  response
    .writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
    .end(text);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a port');
  return address.port;
}
