/** Offers that are out: who holds them, and how many there may be. Types only. */
import type { SessionProcess } from './session-process.ts';

/** How long offers last, and how many one connection and one address may have out. */
export interface OfferLimits {
  readonly lifetimeMs: number;
  readonly perConnection: number;
  readonly perAddress: number;
}

/** Who asks: one place among the offers that its connection, and its network, may have out at a time. */
export interface Holder {
  readonly connection: object;
  readonly network: string;
}

/** An offer that is out. */
export interface OpenOffer {
  readonly process: SessionProcess;
  readonly holder: Holder;
  readonly timer: NodeJS.Timeout;
  readonly expires: number;
}
