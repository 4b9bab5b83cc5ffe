/**
 * The three message shapes that a session process may send to the broker, and no other: a byte that says which, and
 * bytes. In the other direction goes one sealed request: a byte that says its form, and bytes.
 */
import { concat, integer } from './bytes.ts';
import type { Bytes } from './bytes.ts';

/** The first byte of each shape. */
const kinds = { key: 1, frame: 2, egress: 3 } as const;

/** What a message is. An empty frame says that the request could not be opened. */
export type MessageKind = keyof typeof kinds;

/** The largest payload in bytes that each shape may have in a session of one processor. */
export type MessageCaps = Readonly<Record<MessageKind, number>>;

/** A message that has one of the three shapes. */
export interface Message {
  readonly kind: MessageKind;
  readonly bytes: Bytes;
}

/** Writes a message. */
export function writeMessage(kind: MessageKind, bytes: Uint8Array): Bytes {
  return concat(integer(kinds[kind], 1), bytes);
}

/** Reads what arrived: a message, or undefined for anything else, of which nothing is looked at. */
export function readMessage(value: unknown, caps: MessageCaps): Message | undefined {
  if (!(value instanceof Uint8Array)) return undefined;
  const kind = messageKinds.find((name) => kinds[name] === value[0]);
  if (kind === undefined || value.length - 1 > caps[kind]) return undefined;
  return { kind, bytes: concat(value.subarray(1)) };
}

/** How a request is sealed: whole (RFC 9458), or in chunks. The answer has the form of its request. */
export type RequestForm = 'whole' | 'chunked';

/** A sealed request on its way to its process. */
export interface SealedRequest {
  readonly form: RequestForm;
  readonly sealed: Bytes;
}

/** Writes the one request. */
export function writeRequest({ form, sealed }: SealedRequest): Bytes {
  return concat(integer(forms.indexOf(form), 1), sealed);
}

/** Reads the one request; the broker wrote it. */
export function readRequest(value: unknown): SealedRequest | undefined {
  if (!(value instanceof Uint8Array)) return undefined;
  const form = forms[value[0] ?? forms.length];
  return form === undefined ? undefined : { form, sealed: concat(value.subarray(1)) };
}

const forms = ['whole', 'chunked'] as const satisfies readonly RequestForm[];
const messageKinds = ['key', 'frame', 'egress'] as const satisfies readonly MessageKind[];
