/** Offers that are out: each names one waiting process, is good for one request, and expires. */
import { randomBytes } from 'node:crypto';
import type { Holder, OfferLimits, OpenOffer } from './offer-parts.ts';
import type { SessionProcess } from './session-process.ts';

/** The offers of one broker. */
export class Offers {
  readonly #limits: OfferLimits;
  readonly #open = new Map<string, OpenOffer>();
  readonly #holders = new Set<Holder>();
  #isClosed = false;

  constructor(limits: OfferLimits) {
    this.#limits = limits;
  }

  /** A place for one offer, to be released; undefined when the connection, or who has the address, has too many. */
  reserve(connection: object, address: string | undefined): Holder | undefined {
    const holders = [...this.#holders];
    const { perConnection, perAddress } = this.#limits;
    const network = networkOf(address);
    const ofConnection = holders.filter((holder) => holder.connection === connection).length;
    const ofNetwork = holders.filter((holder) => holder.network === network).length;
    if (ofConnection >= perConnection || ofNetwork >= perAddress) return undefined;
    const holder = { connection, network };
    this.#holders.add(holder);
    return holder;
  }

  /** Milliseconds until the oldest offer that is out expires: by then a place is free. */
  get waitMs(): number {
    const [oldest] = this.#open.values();
    return oldest === undefined ? 0 : oldest.expires - performance.now();
  }

  /** Gives a place back. */
  release(holder: Holder): void {
    this.#holders.delete(holder);
  }

  /** Names an offer for a process. When it expires, the process is killed: its key was shown to someone. */
  create(process: SessionProcess, holder: Holder): string {
    const session = randomBytes(16).toString('hex');
    const timer = setTimeout(() => {
      this.claim(session)?.process.kill('cancelled');
    }, this.#limits.lifetimeMs);
    const expires = performance.now() + this.#limits.lifetimeMs;
    this.#open.set(session, { process, holder, timer, expires });
    if (this.#isClosed) process.kill('cancelled');
    void process.gone.then(() => {
      this.claim(session);
      this.release(holder);
    });
    return session;
  }

  /** Takes the offer: the second caller gets nothing. Its place stays taken until its request is there. */
  claim(session: string): OpenOffer | undefined {
    const offer = this.#open.get(session);
    this.#open.delete(session);
    clearTimeout(offer?.timer);
    return offer;
  }

  /** Kills every process whose offer is out, and that of every offer still to come. */
  withdraw(): void {
    this.#isClosed = true;
    for (const session of [...this.#open.keys()]) this.claim(session)?.process.kill('cancelled');
  }
}

// Who has one address of an IPv6 network of 64 bits has them all. An IPv4 address, also a mapped one, is counted alone.
function networkOf(address = ''): string {
  const groups = address.split(':').length;
  if (groups === 1 || address.includes('.')) return address;
  const whole = address.replace('::', `:${'0:'.repeat(9 - groups)}`);
  return whole.split(':', 4).join(':');
}
