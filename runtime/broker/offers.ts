/** Offers that are out: each names one waiting process, is good for one request, and expires. */
import { randomBytes } from 'node:crypto';
import type { SessionProcess } from './session-process.ts';

/** The offers of one broker. */
export class Offers {
  readonly #lifetimeMs: number;
  #isClosed = false;
  readonly #open = new Map<string, { readonly process: SessionProcess; readonly timer: NodeJS.Timeout }>();

  constructor(lifetimeMs: number) {
    this.#lifetimeMs = lifetimeMs;
  }

  /** Names an offer for a process. When it expires, the process is killed: its key was shown to someone. */
  create(process: SessionProcess): string {
    const session = randomBytes(16).toString('hex');
    const timer = setTimeout(() => {
      this.claim(session)?.kill('cancelled');
    }, this.#lifetimeMs);
    this.#open.set(session, { process, timer });
    if (this.#isClosed) process.kill('cancelled');
    void process.gone.then(() => this.claim(session));
    return session;
  }

  /** Takes the offer: the second caller gets nothing. */
  claim(session: string): SessionProcess | undefined {
    const offer = this.#open.get(session);
    this.#open.delete(session);
    clearTimeout(offer?.timer);
    return offer?.process;
  }

  /** Kills every process whose offer is out, and that of every offer still to come. */
  withdraw(): void {
    this.#isClosed = true;
    for (const session of [...this.#open.keys()]) this.claim(session)?.kill('cancelled');
  }
}
