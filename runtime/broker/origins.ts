/** CORS: browsers of the given origins, and no others, may talk to the broker. */
import type { IncomingMessage, ServerResponse } from 'node:http';

const preflightSeconds = '600';

/** Names the origin in the answer if it is one of those that were given; true when this was all that was asked. */
export function answerOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  origins: readonly string[],
): boolean {
  if (origins.length === 0) return false;
  response.setHeader('vary', 'origin');
  const { origin } = request.headers;
  if (origin === undefined || !origins.includes(origin)) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'retry-after');
  if (request.method !== 'OPTIONS') return false;
  response.writeHead(204, {
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': preflightSeconds,
  });
  response.end();
  return true;
}
