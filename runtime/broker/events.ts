/** What an operator can observe: counts, sizes, durations and process ids. Nothing here can carry content. Types only. */
import type { EgressRecord } from '../egress/shapes.ts';

/** How a session ended, as the broker sees it. An answer may hold an error: only its client knows. */
export type Outcome = 'answered' | 'unopened' | 'ended' | 'deadline' | 'protocol' | 'cancelled';

/** A session was admitted: a sealed request arrived and went to its process. */
export interface SessionStarted {
  readonly event: 'session-started';
  readonly session: string;
  readonly pid: number;
}

/** A session's process is gone. */
export interface SessionEnded {
  readonly event: 'session-ended';
  readonly session: string;
  readonly pid: number;
  readonly outcome: Outcome;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly records: number;
  readonly milliseconds: number;
}

/** A request was turned down before any process saw it. */
export interface RequestRefused {
  readonly event: 'request-refused';
  readonly code: string;
}

export type BrokerEvent = SessionStarted | SessionEnded | RequestRefused;

/** Where events and checked egress records go. What an observer throws is ignored: it must not end a session. */
export interface Observers {
  readonly onEvent?: ((event: BrokerEvent) => void) | undefined;
  readonly onEgress?: ((record: EgressRecord) => void) | undefined;
}
