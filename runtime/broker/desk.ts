/** What one broker works with: its pool, its offers, and what is the same in every offer. */
import { simulatedAttester } from '../attestation/evidence.ts';
import type { Attester } from '../attestation/evidence.ts';
import type { Bytes } from '../bytes.ts';
import { manifestText } from '../egress/manifest.ts';
import { maxRecordLength } from '../egress/record.ts';
import type { KemName } from '../hpke/suites.ts';
import type { Description } from '../definition.ts';
import { keyConfigLength, requestCap, responseOverhead, streamSizes } from '../wire/sizes.ts';
import { askLauncher } from './ask-launcher.ts';
import type { Bundle } from './bundle.ts';
import type { Form } from './http.ts';
import { launchDigest, sessionStart } from './launch.ts';
import type { Observers } from './observe.ts';
import { Offers } from './offers.ts';
import { Pool } from './pool.ts';
import { SessionProcess } from './session-process.ts';
import type { Allowance } from './session-process.ts';

/** How a broker runs its sessions. Everything has a default. */
export interface DeskOptions extends Observers {
  /** Session processes that wait for an offer. Default 2. */
  readonly poolSize?: number;
  /** Session processes that exist at most, waiting ones included. Default 16. */
  readonly maxProcesses?: number;
  /** Milliseconds for which a full pool lets an offer wait before it answers `ERR_BUSY`. Default 2,000. */
  readonly waitMs?: number;
  /** Milliseconds after which an unused offer expires. Default 10,000. */
  readonly offerMs?: number;
  /** The key encapsulation mechanism of the one-time keys. Default X-Wing. */
  readonly kem?: KemName;
  /** What is put around a session process from outside: what the machine allows (the default), or nothing. */
  readonly launcher?: 'auto' | 'none';
}

/** What the routes need to know; the same for every request. */
export interface Desk {
  readonly pool: Pool;
  readonly offers: Offers;
  readonly attest: Attester;
  /** The egress manifest's text. */
  readonly egress: string;
  readonly launchDigest: Bytes;
  readonly offerMs: number;
  readonly wallMs: number;
  /** Bytes of the largest sealed request. */
  readonly requestCap: number;
  /** How requests and responses are sealed. */
  readonly form: Form;
  readonly observers: Observers;
}

/** Sets the desk up; its pool starts to fill at once. */
export async function openDesk(bundle: Bundle, options: DeskOptions): Promise<Desk> {
  const { kem = 'x-wing', poolSize = 2, maxProcesses = 16, waitMs = 2_000, offerMs = 10_000 } = options;
  const { description } = bundle;
  const launcher = options.launcher === 'none' ? [] : await askLauncher();
  const start = sessionStart(bundle, kem, launcher);
  const allowance = allowanceOf(description, kem);
  const digest = await launchDigest(bundle, 'simulated');
  const size = { ready: poolSize, live: maxProcesses, waiters: maxProcesses, waitMs };
  return {
    pool: new Pool(() => new SessionProcess(start, allowance), size),
    offers: new Offers(offerMs),
    attest: simulatedAttester,
    egress: manifestText(description.egress),
    launchDigest: digest,
    offerMs,
    wallMs: description.limits.wallMs,
    requestCap: requestCap(kem, description.limits.inputBytes),
    form: description.egress.maxChunks > 0 ? 'chunked' : 'whole',
    observers: options,
  };
}

function allowanceOf({ egress }: Description, kem: KemName): Allowance {
  const stream = streamSizes(egress.sizeClasses);
  const frameSizes = egress.sizeClasses.map((size) => size + responseOverhead);
  return {
    caps: {
      key: keyConfigLength(kem),
      frame: Math.max(...frameSizes, stream.final, ...stream.chunks),
      egress: maxRecordLength(egress.events),
    },
    frameSizes,
    stream,
    maxChunks: egress.maxChunks,
    events: egress.events,
  };
}
