/** What the broker hears from a session process, and what it says to one besides the sealed request. */
import { concat } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { kinds } from '../ipc.ts';
import type { MessageKind } from '../ipc.ts';
import type { Message, MessageCaps } from './session-end.ts';

/** Says that a frame is on its way to the client, or that a request has no more pieces. */
export const nothing: Bytes = new Uint8Array(0);

/** Reads what arrived: a message, or undefined for anything else, of which nothing is looked at. */
export function readMessage(value: unknown, caps: MessageCaps): Message | undefined {
  if (!(value instanceof Uint8Array)) return undefined;
  const kind = messageKinds.find((name) => kinds[name] === value[0]);
  if (kind === undefined || value.length - 1 > caps[kind]) return undefined;
  return { kind, bytes: concat(value.subarray(1)) };
}

const messageKinds = ['key', 'frame', 'egress', 'ask'] as const satisfies readonly MessageKind[];
