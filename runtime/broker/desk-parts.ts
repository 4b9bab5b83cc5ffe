/** What the routes of one broker work with. Types only. */
import type { Notary } from '../attestation/evidence.ts';
import type { Bytes } from '../bytes.ts';
import type { UseShape } from '../egress/shapes.ts';
import type { Observers } from './events.ts';
import type { Form } from './http.ts';
import type { Offers } from './offers.ts';
import type { Pool } from './pool.ts';

/** What the routes need to know; the same for every request. */
export interface Desk {
  readonly pool: Pool;
  readonly offers: Offers;
  readonly notary: Notary;
  readonly origins: readonly string[];
  /** The egress manifest's text. */
  readonly egress: string;
  readonly egressDigest: Bytes;
  /** The upstreams that sessions may call. */
  readonly uses: readonly UseShape[];
  readonly launchDigest: Bytes;
  readonly offerMs: number;
  readonly wallMs: number;
  /** Bytes of the largest sealed request. */
  readonly requestCap: number;
  /** How requests and responses are sealed. */
  readonly form: Form;
  readonly observers: Observers;
}
