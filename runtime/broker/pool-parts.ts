/** What the pool gives away, and how much of it there is. Types only. */
import type { Bytes } from '../bytes.ts';
import type { SessionProcess } from './session-process.ts';

/** A waiting process and its key configuration. */
export interface Prewarmed {
  readonly process: SessionProcess;
  readonly keyConfig: Bytes;
}

/** How many processes wait, how many exist at most, and who may wait for one and how long. */
export interface PoolSize {
  readonly ready: number;
  readonly live: number;
  readonly waiters: number;
  /** Whether processes come back from their sessions, so that there is no hurry to boot another. */
  readonly isShared: boolean;
  readonly waitMs: number;
}
