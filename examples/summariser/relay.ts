/** An ordinary OHTTP relay (RFC 9458, section 6.2): what passes on is a body and its media type, and no client. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A relay in front of a broker; whoever runs it sees addresses and ciphertext, and the broker sees the relay. */
export function createRelay(broker: string): Server {
  return createServer((request, response) => {
    const type = request.headers['content-type'] ?? 'application/json';
    const passed = fetch(new URL(request.url ?? '/', broker), {
      method: 'POST',
      body: Readable.toWeb(request),
      duplex: 'half',
      headers: { 'content-type': type },
    });
    passed
      .then(async (answer) => {
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
        if (answer.body) await pipeline(Readable.fromWeb(answer.body), response);
        else response.end();
      })
      .catch(() => response.destroy());
  });
}
