/** Session processes that have booted and wait, so that boots stay off the critical path. One boots at a time. */
import { StatelessError } from '../error.ts';
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
  readonly waitMs: number;
}

type Waiter = (taken: Prewarmed | undefined) => void;

const failuresUntilBroken = 3;
const pauseAfterFailureMs = 500;

/** The pool. Waiters hold nothing but their place: no request is kept anywhere while there is no process for it. */
export class Pool {
  readonly #start: () => SessionProcess;
  readonly #size: PoolSize;
  readonly #live = new Set<SessionProcess>();
  readonly #warmed = Promise.withResolvers<boolean>();
  #ready: Prewarmed[] = [];
  #waiters: Waiter[] = [];
  #isBooting = false;
  #booting: SessionProcess | undefined;
  #failures = 0;
  #isStopped = false;

  constructor(start: () => SessionProcess, size: PoolSize) {
    this.#start = start;
    this.#size = size;
    this.#fill();
  }

  /** Whether it gives no more processes. */
  isStopped(): boolean {
    return this.#isStopped;
  }

  /** Process ids of everything that is alive. */
  get pids(): number[] {
    return [...this.#live].map(({ pid }) => pid);
  }

  /**
   * Resolves when the first process waits.
   *
   * @throws StatelessError `ERR_START` when none starts.
   */
  async warm(): Promise<void> {
    if (!(await this.#warmed.promise)) throw new StatelessError('ERR_START');
  }

  /** A waiting process; undefined when there is none in time, or too many wait already. */
  async take(): Promise<Prewarmed | undefined> {
    const taken = this.#isStopped ? undefined : this.#ready.shift();
    this.#fill();
    if (taken || this.#isStopped || this.#waiters.length >= this.#size.waiters) return taken;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#leave(waiter);
      }, this.#size.waitMs);
      const waiter: Waiter = (late) => {
        clearTimeout(timer);
        resolve(late);
      };
      this.#waiters.push(waiter);
    });
  }

  /** Kills what boots or waits; what runs is left to its deadline, which `drained` waits for. */
  stop(): void {
    this.#isStopped = true;
    this.#warmed.resolve(false);
    this.#booting?.kill('cancelled');
    for (const { process } of this.#ready) process.kill('cancelled');
    for (const waiter of this.#waiters) waiter(undefined);
    this.#ready = [];
    this.#waiters = [];
  }

  /** Resolves when no process is left; those that are left after the time are killed. */
  async drained(milliseconds: number): Promise<void> {
    const timer = setTimeout(() => {
      this.#killAll();
    }, milliseconds);
    while (this.#live.size > 0) await Promise.all([...this.#live].map(({ gone }) => gone));
    clearTimeout(timer);
  }

  #fill(): void {
    const isFull = this.#ready.length >= this.#size.ready || this.#live.size >= this.#size.live;
    if (this.#isStopped || this.#isBooting || isFull) return;
    this.#isBooting = true;
    void this.#boot();
  }

  async #boot(): Promise<void> {
    const process = this.#tryStart();
    this.#booting = process;
    const keyConfig = await process?.ready;
    this.#booting = undefined;
    if (process && keyConfig) this.#offer({ process, keyConfig });
    else await this.#pause();
    this.#isBooting = false;
    this.#fill();
  }

  // The system may have no process left to give: that is a failed boot, and not the end of the broker.
  #tryStart(): SessionProcess | undefined {
    try {
      const process = this.#start();
      this.#live.add(process);
      void process.gone.then(() => {
        this.#forget(process);
      });
      return process;
    } catch {
      return undefined;
    }
  }

  #offer(prewarmed: Prewarmed): void {
    this.#failures = 0;
    this.#warmed.resolve(true);
    if (this.#isStopped) {
      prewarmed.process.kill('cancelled');
      return;
    }
    const waiter = this.#waiters.shift();
    if (waiter) waiter(prewarmed);
    else this.#ready.push(prewarmed);
  }

  async #pause(): Promise<void> {
    this.#failures += 1;
    if (this.#failures >= failuresUntilBroken) this.#warmed.resolve(false);
    if (!this.#isStopped) await new Promise((resolve) => setTimeout(resolve, pauseAfterFailureMs));
  }

  #forget(process: SessionProcess): void {
    this.#live.delete(process);
    this.#ready = this.#ready.filter((prewarmed) => prewarmed.process !== process);
    this.#fill();
  }

  #leave(waiter: Waiter): void {
    this.#waiters = this.#waiters.filter((other) => other !== waiter);
    waiter(undefined);
  }

  #killAll(): void {
    for (const process of this.#live) process.kill('cancelled');
  }
}
