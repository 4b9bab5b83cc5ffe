/** An ordinary OHTTP relay (RFC 9458, section 6.2): what passes on is a body and its media type, and no client. */
import { createServer, request as send } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** A relay in front of a broker; whoever runs it sees addresses and ciphertext, and the broker sees the relay. */
export function createRelay(broker: string): Server {
  return createServer((request, response) => {
    const headers = { 'content-type': request.headers['content-type'] ?? 'application/octet-stream' };
    const passed = send(new URL(request.url ?? '/', broker), { method: 'POST', headers });
    passed.on('response', (answer) => void answerWith(answer, response));
    passed.on('error', () => response.destroy());
    pipeline(request, passed).catch(() => response.destroy());
  });
}

async function answerWith(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  const type = answer.headers['content-type'] ?? 'application/octet-stream';
  response.writeHead(answer.statusCode ?? 502, { 'content-type': type });
  await pipeline(answer, response).catch(() => response.destroy());
}
