/** The upstream of the attacks: passes everything on to a broker, and keeps what it was asked. */
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One request that came to the mirror. */
export interface Mirrored {
  readonly path: string;
  readonly headers: string;
  readonly body: Buffer;
}

/** A mirror. */
export interface Mirror {
  /** A bundle whose upstream is this mirror. */
  readonly bundle: string;
  /** What it was asked, in order. */
  readonly asked: Mirrored[];
  /** The broker to which it passes everything on, once that is known. */
  target: string;
  readonly close: () => void;
}

/** Opens one for the processor of the attacks. */
export async function openMirror(processorUrl: string): Promise<Mirror> {
  const folder = mkdtempSync(join(tmpdir(), 'stateless-mirror-'));
  const server = createServer((incoming, response) => void pass(mirror, incoming, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const bundle = join(folder, 'attacks.mjs');
  const url = JSON.stringify(`http://127.0.0.1:${port}/`);
  writeFileSync(
    bundle,
    `import { attackProcessor } from ${JSON.stringify(processorUrl)};\nexport default attackProcessor(${url});\n`,
  );
  const mirror: Mirror = {
    bundle,
    asked: [],
    target: '',
    close() {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return mirror;
}

async function pass(mirror: Mirror, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(incoming, 'end');
  const body = Buffer.concat(chunks);
  const { url: path = '', rawHeaders } = incoming;
  mirror.asked.push({ path, headers: rawHeaders.join('\n'), body });
  const headers = { 'content-type': incoming.headers['content-type'], 'content-length': body.length };
  const sent = request(new URL(path, mirror.target), { method: 'POST', headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502);
    answer.pipe(response);
  });
  sent.on('error', () => response.destroy());
  sent.end(body);
}
