/** The service: one HTTP server, a route for each kind of body. */
import { createServer, type IncomingMessage } from 'node:http';
import { config } from './config.ts';
import { log } from './logging/logger.ts';
import { readEnvelope, readFeedback } from './routes/read-bodies.ts';
import { feedbackRoute } from './routes/feedback-route.ts';
import { acceptEnvelope } from './routes/provider-route.ts';
import { summariseRoute } from './routes/summarise-route.ts';

const server = createServer((request, response) => {
  readJson(request)
    .then((body) => answer(request.url, body))
    .then((reply) => {
      response.writeHead(reply === undefined ? 400 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(reply ?? { error: 'no answer' })); // $ Alert[no-plaintext-to-network]
    })
    .catch(() => response.destroy());
});

server.listen(config.port, '127.0.0.1', () => {
  log.info({ port: config.port, folder: config.dataFolder }, 'listening'); // look-alike: values of the configuration
});

async function answer(route: string | undefined, body: unknown): Promise<unknown> {
  if (route === '/feedback') return feedbackRoute(readFeedback(body));
  if (route === '/provider') return { accepted: acceptEnvelope(readEnvelope(body)) };
  return summariseRoute(body);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
