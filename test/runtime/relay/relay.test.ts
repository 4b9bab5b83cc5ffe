/** Through the example's relay a session works, whole and as a stream, and the broker's side learns no client. */
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { createRelay } from '../../../examples/summariser/relay.ts';
import { connect } from '../../../runtime/client/index.ts';
import { watch } from '../brokers.ts';

it('a client behind the relay gets its answer', async () => {
  const { broker } = await watch('word-count.ts', { poolSize: 1 });
  const client = connect(await listen(createRelay(broker.url)), { evidence: ['sim'] });
  expect(await client.request({ text: 'one two three' })).toEqual({ words: 3 });
});

it('a client behind the relay gets its stream', async () => {
  const { broker } = await watch('counting.ts', { poolSize: 1 });
  const client = connect(await listen(createRelay(broker.url)), { evidence: ['sim'] });
  const counts: unknown[] = [];
  for await (const output of client.stream({ to: 2, then: 'end' })) counts.push(output);
  expect(counts).toEqual([{ count: 1 }, { count: 2 }]);
});

it('what arrives behind the relay has nothing of its client', async () => {
  const seen: IncomingHttpHeaders[] = [];
  const behind = createServer((request, response) => {
    seen.push(request.headers);
    response.writeHead(404).end('{}');
  });
  const relay = await listen(createRelay(await listen(behind)));
  await fetch(new URL('/offers', relay), {
    method: 'POST',
    body: '{}',
    headers: {
      cookie: 'who=ada',
      'user-agent': 'Ada 1.0',
      'x-forwarded-for': '192.0.2.7',
      authorization: 'Bearer ada',
      'accept-language': 'en',
    },
  });
  expect(JSON.stringify(seen)).not.toMatch(/ada|192\.0\.2\.7|"en"/i);
  expect(seen).toHaveLength(1);
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
