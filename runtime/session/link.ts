/** The only way out of a session process: the IPC channel, taken over before the bundle can see it. */
import { on } from 'node:events';
import { concat } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { writeMessage } from '../ipc.ts';
import type { MessageKind } from '../ipc.ts';
import { process } from './own-process.ts';

/** What is left of the channel for the session process itself. */
export interface Link {
  /** Resolves when the message is written. */
  readonly send: (kind: MessageKind, bytes: Uint8Array) => Promise<void>;
  /** The one sealed request that this process will ever get, or its first piece. */
  readonly receive: () => Promise<Bytes>;
  /** Sends a message and resolves with the broker's answer to it. One after another: answers carry no number. */
  readonly ask: (kind: MessageKind, bytes: Uint8Array) => Promise<Bytes>;
}

/** Takes the channel over. When the broker is gone, the process ends. */
export function takeLink(exit: (code: number) => void): Link {
  const write = takeSend();
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- process is an emitter
  const inbox: AsyncIterator<unknown> = on(process, 'message');
  process.once('disconnect', () => {
    exit(1);
  });
  const send: Link['send'] = (kind, bytes) => write(writeMessage(kind, bytes));
  const receive = async (): Promise<Bytes> => {
    const value: unknown = (await inbox.next()).value;
    return Array.isArray(value) && value[0] instanceof Uint8Array ? concat(value[0]) : new Uint8Array(0);
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    send,
    receive,
    ask(kind, bytes) {
      const answer = last.then(() => send(kind, bytes)).then(receive);
      last = answer.catch(() => undefined);
      return answer;
    },
  };
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
