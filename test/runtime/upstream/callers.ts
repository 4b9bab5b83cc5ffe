/** Brokers whose processor calls another one, and what may stand in between. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll } from 'vitest';
import { fixture, watch } from '../brokers.ts';
import type { Watched } from '../brokers.ts';

/** Serves a calling fixture, bundled for an upstream at this address. */
export function watchCaller(
  url: string,
  policy: object = { evidence: ['sim'] },
  name = 'calling.ts',
): Promise<Watched> {
  const folder = mkdtempSync(join(tmpdir(), 'stateless-caller-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const outfile = join(folder, 'calling.mjs');
  buildSync({
    entryPoints: [fixture(name)],
    outfile,
    bundle: true,
    format: 'esm',
    external: ['stateless-runtime'],
    define: { upstreamUrl: JSON.stringify(url), upstreamPolicy: JSON.stringify(policy) },
  });
  return watch(outfile);
}

/** One request on its way from one broker to the other. */
export interface Passed {
  readonly path: string;
  readonly body: Buffer;
  readonly answer: Buffer;
}

/** Answers in the place of the upstream's broker; gets what that one would have answered. */
export type Answerer = (response: ServerResponse, pass: () => Promise<Buffer>, path: string) => unknown;

/** Someone between two brokers: passes everything on, keeps a copy, and answers for itself when told to. */
export async function startBetween(target: string): Promise<{
  readonly url: string;
  readonly passed: Passed[];
  readonly closed: () => number;
  answer: Answerer | undefined;
}> {
  const passed: Passed[] = [];
  let closed = 0;
  const between = { url: '', passed, closed: () => closed, answer: undefined as Answerer | undefined };
  const server = createServer((request, response) => {
    response.on('close', () => (closed += 1));
    void handle(request, response).catch(() => response.destroy());
  });
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray());
    const path = request.url ?? '';
    const pass = async (): Promise<Buffer> => {
      const type = request.headers['content-type'] ?? '';
      const sent = await fetch(new URL(path, target), {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      });
      const answer = Buffer.from(await sent.arrayBuffer());
      response.statusCode = sent.status;
      passed.push({ path, body, answer });
      return answer;
    };
    if (between.answer) await between.answer(response, pass, path);
    else response.end(await pass());
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  between.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return between;
}
