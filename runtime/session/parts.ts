/** What the parts of a session process give each other. Types only. */
import type { Bytes } from '../bytes.ts';
import type { OpenSession } from '../definition.ts';

/** Says a word to the broker and resolves with its answer. */
export type Ask = (message: Bytes) => Promise<Bytes>;

/** The calls of one session. */
export interface Calls {
  readonly use: OpenSession['use'];
  /** Calls that were begun and have no answer. */
  readonly pending: () => number;
}

/** Where frames and records go, and what the handler may call. */
export interface Outlet {
  /** Asks for the next piece of the request; an empty one is its end. */
  readonly more: () => Promise<Bytes>;
  readonly calls: Calls;
  /** Sends a frame of a stream, and resolves when the next one is asked for. */
  readonly pass: (frame: Bytes) => Promise<unknown>;
  /** Sends the records in their fixed order, and the last frame. An empty one: the request could not be opened. */
  readonly end: (records: readonly Bytes[], frame: Bytes) => Promise<void>;
}

/** The session as its handler sees it, and the question whether the handler left work behind. */
export interface SessionView {
  readonly view: OpenSession;
  readonly leftWork: () => Promise<boolean>;
}
