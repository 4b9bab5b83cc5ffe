/** What a session process may send, and what its broker knows at its end. Types only. */
import type { Bytes } from '../bytes.ts';
import type { StatelessError } from '../error.ts';
import type { EgressRecord, EventShape } from '../egress/shapes.ts';
import type { MessageKind } from '../ipc.ts';
import type { StreamSizes } from '../wire/sizes.ts';
import type { Outcome } from './events.ts';

/** What the broker knows of a session when its process is gone. */
export interface SessionEnd {
  readonly outcome: Outcome;
  /** The only frame, or the last one of a stream. */
  readonly frame: Bytes | undefined;
  readonly records: readonly EgressRecord[];
}

/** Passes a frame of a stream on, and resolves when its client has room for the next one. */
export type PassFrame = (frame: Bytes) => Promise<void>;

/** What a session process can reach through its broker. */
export interface Outlet {
  readonly pass: PassFrame;
  /** Answers a question; undefined for one that is not in the protocol. */
  readonly answer: (question: Bytes) => Promise<Bytes | undefined>;
}

/** The frames that a processor declared. */
export interface FrameRules {
  /** The sizes that the one frame of a whole response can have, one for each size class. */
  readonly frameSizes: readonly number[];
  readonly stream: StreamSizes;
  /** Chunks of a streamed response at most; 0 for a processor that answers once. */
  readonly maxChunks: number;
}

/** The largest payload in bytes that each shape may have in a session of one processor. */
export type MessageCaps = Readonly<Record<MessageKind, number>>;

/** A message that has one of the four shapes. */
export interface Message {
  readonly kind: MessageKind;
  readonly bytes: Bytes;
}

/** What a session process may send, and how much of it. */
export interface Allowance extends FrameRules {
  readonly caps: MessageCaps;
  readonly events: readonly EventShape[];
}

/** What has come and gone so far, and why no more of the request was taken. */
export interface Traffic {
  requestBytes: number;
  responseBytes: number;
  fault: StatelessError | undefined;
}
