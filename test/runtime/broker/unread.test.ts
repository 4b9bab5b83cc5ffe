/** Answers that nobody reads: after a while their connections are closed, so that no place is kept for ever. */
import { readFileSync } from 'node:fs';
import { connect as openSocket } from 'node:net';
import type { Socket } from 'node:net';
import process from 'node:process';
import { expect, it } from 'vitest';
import type { Bytes } from '../../../runtime/bytes.ts';
import { isAlive, patience, watch } from '../brokers.ts';
import { sealFor, takeOffer } from '../wire-requests.ts';

const sizeClass = 16 * 1024 * 1024;

// Where the kernel tells which connections are open: the client's own end does not see it, since it does not read.
it.skipIf(process.platform !== 'linux')('an answer that its client does not read is let go of', async () => {
  const { broker, ends } = await watch('voluminous.ts', { poolSize: 1, readMs: 100 });
  const offer = await takeOffer(broker.url);
  const socket = postUnread(broker.url, offer.session, await sealFor(offer, { length: 1 }));
  await expect.poll(() => ends()[0]?.outcome, patience).toBe('answered');
  expect(isOpen(broker.url, socket)).toBe(true);
  expect(ends().filter(({ pid }) => isAlive(pid))).toEqual([]);
  await expect.poll(() => isOpen(broker.url, socket), patience).toBe(false);
  const received = await lengthOf(socket);
  expect(received).toBeGreaterThan(0);
  expect(received).toBeLessThan(sizeClass);
});

function postUnread(url: string, session: string, body: Bytes): Socket {
  const socket = openSocket(Number(new URL(url).port), '127.0.0.1').pause();
  const head = [
    'POST /sessions/',
    session,
    ' HTTP/1.1\r\nhost: broker\r\ncontent-type: message/ohttp-req\r\n',
  ];
  socket.write(`${head.join('')}content-length: ${body.length}\r\n\r\n`);
  socket.write(body);
  return socket;
}

// The broker's end in /proc/net/tcp, with its address before the client's: state 01 is an open connection.
function isOpen(url: string, { localPort = 0 }: Socket): boolean {
  const [own, other] = [Number(new URL(url).port), localPort].map((port) => `0100007F:${hexadecimal(port)}`);
  return readFileSync('/proc/net/tcp', 'utf8').includes(` ${own} ${other} 01 `);
}

function hexadecimal(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0');
}

async function lengthOf(socket: Socket): Promise<number> {
  let length = 0;
  for await (const piece of socket) length += (piece as Buffer).length;
  return length;
}
