/** The only way out of a session process: the IPC channel, taken over before the bundle can see it. */
import process from 'node:process';
import type { Bytes } from '../bytes.ts';
import { readRequest, writeMessage } from '../ipc.ts';
import type { MessageKind, SealedRequest } from '../ipc.ts';

/** What is left of the channel for the session process itself. */
export interface Link {
  /** Resolves when the message is written. */
  readonly send: (kind: MessageKind, bytes: Uint8Array) => Promise<void>;
  /** The one sealed request that this process will ever get. */
  readonly receive: () => Promise<SealedRequest>;
}

/** Takes the channel over. When the broker is gone, the process exits. */
export function takeLink(): Link {
  const write = takeSend();
  const request = new Promise<SealedRequest>((resolve) => {
    process.once('message', (value) => {
      const sealed = readRequest(value);
      if (sealed) resolve(sealed);
    });
  });
  process.once('disconnect', () => process.exit(1));
  return { send: (kind, bytes) => write(writeMessage(kind, bytes)), receive: () => request };
}

/** The channel's writing end; afterwards `process` has none. */
export function takeSend(): (value: Bytes | string) => Promise<void> {
  const send = process.send?.bind(process);
  if (send === undefined) throw new Error('a session process is started by its broker');
  for (const name of ['send', 'disconnect']) Reflect.deleteProperty(process, name);
  return (value) =>
    new Promise((resolve, reject) => {
      send(value, undefined, undefined, (error: Error | null) => {
        if (error) reject(error);
        else resolve();
      });
    });
}
