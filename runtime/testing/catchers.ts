/** Places outside of a session where something that left it would arrive: sockets, folders, and the wire itself. */
import { Buffer } from 'node:buffer';
import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from '../attacks/attack.ts';
import { newFiles, writableFolders } from './new-files.ts';

/** All places, and what has arrived at them. */
export interface Catchers {
  readonly target: Target;
  /** The address of the broker by way of a recorder of all bytes in both directions. */
  readonly recordedUrl: string;
  /** Bytes that came in at a socket. */
  readonly caught: () => Buffer;
  /** Bytes that went over the wire between client and broker. */
  readonly wire: () => Buffer;
  /** Names and contents of files that have appeared in the folders. */
  readonly files: () => Buffer;
  readonly close: () => void;
}

/** Opens them for one broker. */
export async function openCatchers(brokerUrl: string): Promise<Catchers> {
  const folder = mkdtempSync(join(tmpdir(), 'stateless-attack-'));
  const caught: Buffer[] = [];
  const wire: Buffer[] = [];
  const keep = (socket: Socket): void =>
    void socket.on('data', (chunk: Buffer) => caught.push(chunk)).on('error', () => undefined);
  const tcp = createServer(keep);
  const unix = createServer(keep);
  const recorder = createServer((client) => {
    record(client, Number(new URL(brokerUrl).port), wire);
  });
  const udp = createSocket('udp4').on('message', (message) => caught.push(message));
  const socket = join(folder, 'socket');
  await Promise.all([
    listen(tcp, 0),
    listen(unix, socket),
    listen(recorder, 0),
    new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve)),
  ]);
  const since = Date.now() - 1_000;
  return {
    target: {
      folders: [folder, '/tmp', '/var/tmp', '/dev/shm'],
      tcp: portOf(tcp),
      udp: udp.address().port,
      socket,
    },
    recordedUrl: `http://127.0.0.1:${portOf(recorder)}`,
    caught: () => Buffer.concat(caught),
    wire: () => Buffer.concat(wire),
    files: () => newFiles([folder, ...writableFolders], since),
    close() {
      for (const server of [tcp, unix, recorder]) server.close();
      udp.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function record(client: Socket, port: number, wire: Buffer[]): void {
  const broker = connect(port, '127.0.0.1');
  for (const [from, to] of [[client, broker] as const, [broker, client] as const]) {
    from.on('data', (chunk: Buffer) => {
      wire.push(chunk);
      to.write(chunk);
    });
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
  }
}

function listen(server: Server, where: number | string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    if (typeof where === 'number') server.listen(where, '127.0.0.1', resolve);
    else server.listen(where, resolve);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
