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

/** Takes the channel over. When the broker is gone, the process ends. */
export function takeLink(exit: (code: number) => void): Link {
  const write = takeSend();
  const request = new Promise<SealedRequest>((resolve) => {
    process.once('message', (value) => {
      const sealed = readRequest(value);
      if (sealed) resolve(sealed);
    });
  });
  process.once('disconnect', () => {
    exit(1);
  });
  return { send: (kind, bytes) => write(writeMessage(kind, bytes)), receive: () => request };
}

/**
 * The channel's writing end. It is the inner half of `process.send`, which alone works when the guard has removed
 * all that `process` has of the channel.
 */
export function takeSend(): (value: Bytes | string) => Promise<void> {
  const write: unknown = Reflect.get(process, '_send');
  if (typeof write !== 'function') throw new Error('a session process is started by its broker');
  const channel = Object.freeze({ connected: true });
  return (value) =>
    new Promise((resolve, reject) => {
      const done = (error: Error | null): void => {
        if (error) reject(error);
        else resolve();
      };
      Reflect.apply(write, channel, [value, undefined, {}, done]);
    });
}
