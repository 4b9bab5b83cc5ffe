/** Session processes that have booted and wait, so that boots stay off the critical path. */
import { availableParallelism } from 'node:os';
import { StatelessError } from '../error.ts';
import type { PoolSize, Prewarmed } from './pool-parts.ts';
import type { SessionProcess } from './session-process.ts';

type Waiter = (taken: Prewarmed | undefined) => void;

const failuresUntilBroken = 3;
const pauseAfterFailureMs = 500;
/** What a session that has just taken a process has for itself before the next one boots. */
const calmMs = 50;

/** The pool. Waiters hold nothing but their place: no request is kept anywhere while there is no process for it. */
export class Pool {
  readonly #start: () => SessionProcess;
  readonly #size: PoolSize;
  /** What is alive, with the time at which it was given away: NaN for what boots or waits. */
  readonly #live = new Map<SessionProcess, number>();
  readonly #warmed = Promise.withResolvers<boolean>();
  #ready: Prewarmed[] = [];
  #waiters: Waiter[] = [];
  /** Boots under way, with the pauses after those that failed. */
  #boots = 0;
  #bootMs = 0;
  #sessionMs = 0;
  #calm: NodeJS.Timeout | undefined;
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
    return [...this.#live.keys()].map(({ pid }) => pid);
  }

  /**
   * Milliseconds until there may be a process for one more: what the last boot took, for each that waits before it; and
   * what the last session took, when only the end of one makes room.
   */
  get waitMs(): number {
    const isFull = this.#live.size >= this.#size.live;
    const boots = (this.#waiters.length + 1) / availableParallelism();
    return boots * this.#bootMs + (isFull ? this.#sessionMs : 0);
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
    if (taken) this.#give(taken);
    this.#refill();
    if (taken || this.#isStopped || this.#waiters.length >= this.#size.waiters) return taken;
    return new Promise((resolve) => {
      const waiter: Waiter = (late) => {
        clearTimeout(timer);
        this.#waiters = this.#waiters.filter((other) => other !== waiter);
        resolve(late);
      };
      const timer = setTimeout(waiter, this.#size.waitMs, undefined);
      this.#waiters.push(waiter);
    });
  }

  /** Kills what boots or waits; what runs is left to its deadline, which `drained` waits for. */
  stop(): void {
    this.#isStopped = true;
    this.#warmed.resolve(false);
    clearTimeout(this.#calm);
    for (const [process, given] of this.#live) if (Number.isNaN(given)) process.kill('cancelled');
    for (const waiter of [...this.#waiters]) waiter(undefined);
    this.#ready = [];
  }

  /** Resolves when no process is left; those that are left after the time are killed. */
  async drained(milliseconds: number): Promise<void> {
    const timer = setTimeout(() => {
      for (const process of this.#live.keys()) process.kill('cancelled');
    }, milliseconds);
    while (this.#live.size > 0) await Promise.all([...this.#live.keys()].map(({ gone }) => gone));
    clearTimeout(timer);
  }

  // At once when none is left to give, unless some come back. Otherwise a little later: a boot takes processor time from the session that begins.
  #refill(): void {
    if (this.#ready.length === 0 && !this.#size.isShared) this.#fill();
    else
      this.#calm ??= setTimeout(() => {
        this.#calm = undefined;
        this.#fill();
      }, calmMs);
  }

  #fill(): void {
    const { ready, live } = this.#size;
    const missing = ready + this.#waiters.length - this.#ready.length - this.#boots;
    // a boot also waits, for the kernel: two share a processor
    const atOnce = this.#ready.length === 0 ? 2 * availableParallelism() : 1;
    const boots = Math.min(missing, live - this.#live.size, atOnce - this.#boots);
    if (!this.#isStopped) for (let index = 0; index < boots; index += 1) void this.#boot();
  }

  async #boot(successor?: SessionProcess): Promise<void> {
    this.#boots += 1;
    const begin = performance.now();
    const process = successor ?? this.#tryStart();
    const keyConfig = await process?.ready;
    if (process && keyConfig) this.#offer({ process, keyConfig }, performance.now() - begin);
    else if (!successor) await this.#pause();
    this.#boots -= 1;
    this.#fill();
  }

  // The system may have no process left to give: that is a failed boot, and not the end of the broker.
  #tryStart(): SessionProcess | undefined {
    try {
      return this.#add(this.#start());
    } catch {
      return undefined;
    }
  }

  #add(process: SessionProcess): SessionProcess {
    this.#live.set(process, NaN);
    void process.gone.then(() => {
      this.#forget(process);
    });
    return process;
  }

  #offer(prewarmed: Prewarmed, bootMs: number): void {
    this.#failures = 0;
    this.#bootMs = bootMs;
    this.#warmed.resolve(true);
    const [waiter] = this.#waiters;
    if (this.#isStopped || this.#ready.length >= this.#size.ready) prewarmed.process.kill('cancelled');
    else if (waiter) waiter(this.#give(prewarmed));
    else this.#ready.push(prewarmed);
  }

  #give(taken: Prewarmed): Prewarmed {
    this.#live.set(taken.process, performance.now());
    return taken;
  }

  async #pause(): Promise<void> {
    this.#failures += 1;
    if (this.#failures >= failuresUntilBroken) this.#warmed.resolve(false);
    if (!this.#isStopped) await new Promise((resolve) => setTimeout(resolve, pauseAfterFailureMs));
  }

  #forget(process: SessionProcess): void {
    this.#sessionMs = performance.now() - (this.#live.get(process) ?? NaN) || this.#sessionMs;
    this.#live.delete(process);
    this.#ready = this.#ready.filter((prewarmed) => prewarmed.process !== process);
    if (process.successor) void this.#boot(this.#add(process.successor));
    this.#refill();
  }
}
