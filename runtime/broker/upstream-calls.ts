/** The calls of upstreams that the sessions of a broker make, as it sees them. Types only. */
import type { Bytes } from '../bytes.ts';
import type { UseShape } from '../egress/shapes.ts';

/** What is asked of an upstream's broker. */
export interface UpstreamQuestion {
  readonly url: URL;
  readonly body: Bytes;
  readonly type: string;
  /** Milliseconds for each reading of its answer. */
  readonly waitMs: number;
  /** The end of the session. */
  readonly ended: AbortSignal;
}

/** What it answers, read as far as the reader says. */
export interface UpstreamAnswer {
  /** Reads until as many bytes are there as `enough` says of those that are, or no more come. */
  readonly read: (enough: (bytes: Bytes, ok: boolean) => number, cap?: number) => Promise<Bytes>;
  /** Wants no more of it. */
  readonly close: () => void;
}

/** What one session has done with one upstream. */
export interface UpstreamCalls {
  readonly use: UseShape;
  made: number;
  /** The offer that waits for its one request. */
  session?: string | undefined;
  /** The stream that is open, and how many of its frames were asked for. */
  stream?: UpstreamAnswer | undefined;
  frames: number;
}
