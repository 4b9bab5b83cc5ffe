/** A server that stands in the place of a broker: passes on what it is told to, and answers the rest as it likes. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll } from 'vitest';

/** What the broker behind it answered. */
export interface Passed {
  readonly status: number;
  readonly body: Buffer;
}

/** Answers one request. */
export type Answerer = (response: ServerResponse, pass: () => Promise<Passed>) => unknown;

/** The server, what it was asked, and how it answers by the first part of a path; what is not here is passed on. */
export interface HostileServer {
  readonly url: string;
  readonly asked: string[];
  /** Requests whose connection was closed before their answer was whole. */
  readonly left: () => number;
  answers: { readonly offers?: Answerer; readonly sessions?: Answerer };
}

/** Starts one before a broker. */
export async function startHostile(broker: string): Promise<HostileServer> {
  let left = 0;
  const asked: string[] = [];
  const hostile = { url: '', asked, left: () => left, answers: {} as HostileServer['answers'] };
  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) left += 1;
    });
    void handle(request, response).catch(() => response.destroy());
  });
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    asked.push(path.split('/')[1] ?? '');
    const body = Buffer.concat(await request.toArray());
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const pass = async (): Promise<Passed> => {
      const passed = await fetch(new URL(path, broker), { method: 'POST', body, headers });
      return { status: passed.status, body: Buffer.from(await passed.arrayBuffer()) };
    };
    const answer = path === '/offers' ? hostile.answers.offers : hostile.answers.sessions;
    await (answer ?? passOn)(response, pass);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  hostile.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return hostile;
}

/** An answer that never ends. */
export function endless(status: number, first: Uint8Array = new Uint8Array(0)): Answerer {
  return async (response) => {
    const closed = new AbortController();
    response.once('close', () => {
      closed.abort();
    });
    response.writeHead(status);
    response.write(first);
    while (!response.destroyed) {
      if (!response.write(Buffer.alloc(65_536, 1)))
        await once(response, 'drain', { signal: closed.signal }).catch(() => undefined);
      await turn();
    }
  };
}

/** An answer that was changed on its way. */
export function changed(change: (body: Buffer) => Buffer): Answerer {
  return async (response, pass) => {
    const { status, body } = await pass();
    response.writeHead(status).end(change(body));
  };
}

async function passOn(response: ServerResponse, pass: () => Promise<Passed>): Promise<void> {
  const { status, body } = await pass();
  response.writeHead(status).end(body);
}
