/** What one broker works with: its pool, its offers, and what is the same in every offer. */
import { sha256 } from '../attestation/report-data.ts';
import { perSession } from '../attesters/per-session.ts';
import { simulatedAttester } from '../attesters/simulated.ts';
import { utf8 } from '../bytes.ts';
import { manifestText } from '../egress/manifest.ts';
import { maxRecordLength } from '../egress/record-check.ts';
import type { KemName } from '../hpke/suites.ts';
import type { Description } from '../definition.ts';
import { keyConfigLength, requestCap, responseOverhead, streamSizes } from '../wire/sizes.ts';
import { askLauncher } from './ask-machine.ts';
import { launchDigest, sessionStart } from './launch.ts';
import { Offers } from './offers.ts';
import { Pool } from './pool.ts';
import { SessionProcess } from './session-process.ts';
import type { Allowance } from './session-end.ts';
import type { Desk } from './desk-parts.ts';
import type { Bundle } from './launch-parts.ts';
import type { OfferLimits } from './offer-parts.ts';
import type { DeskOptions } from './options.ts';

/** Sets the desk up; its pool starts to fill at once. */
export async function openDesk(bundle: Bundle, options: DeskOptions): Promise<Desk> {
  const { kem = 'x-wing', poolSize = 2, maxProcesses = 16, waitMs = 2_000, offerMs = 10_000 } = options;
  const { description } = bundle;
  const launcher = options.launcher === 'none' ? [] : await askLauncher();
  const sessions = sessionsOf(options);
  const start = sessionStart(bundle, kem, launcher, sessions);
  const allowance = allowanceOf(description, kem);
  const digest = await launchDigest(bundle, options.attester ? 'attested' : 'simulated', sessions);
  const size = { ready: poolSize, live: maxProcesses, waiters: maxProcesses, waitMs, isShared: sessions > 1 };
  return {
    pool: new Pool(() => new SessionProcess(start, allowance), size),
    offers: new Offers(offerLimits(options, maxProcesses, offerMs)),
    notary: (options.notary ?? perSession)(options.attester ?? simulatedAttester),
    origins: options.origins ?? [],
    egress: manifestText(description.egress),
    egressDigest: await sha256(utf8(manifestText(description.egress))),
    uses: description.egress.uses,
    launchDigest: digest,
    offerMs,
    wallMs: description.limits.wallMs,
    requestCap: requestCap(kem, description.limits.inputBytes),
    form: description.egress.maxChunks > 0 ? 'chunked' : 'whole',
    observers: options,
  };
}

function sessionsOf({ tier = 'process', epochSessions = 16 }: DeskOptions): number {
  if (tier === 'process') return 1;
  if (!Number.isInteger(epochSessions) || epochSessions < 2 || epochSessions > 1_000)
    throw new TypeError('epochSessions must be a whole number from 2 to 1000');
  return epochSessions;
}

function offerLimits(options: DeskOptions, processes: number, lifetimeMs: number): OfferLimits {
  const { offersPerConnection = Math.ceil(processes / 2) } = options;
  const { offersPerAddress = Math.ceil((processes * 3) / 4) } = options;
  return { lifetimeMs, perConnection: offersPerConnection, perAddress: offersPerAddress };
}

function allowanceOf({ egress }: Description, kem: KemName): Allowance {
  const stream = streamSizes(egress.sizeClasses);
  const frameSizes = egress.sizeClasses.map((size) => size + responseOverhead);
  return {
    caps: {
      key: keyConfigLength(kem),
      frame: Math.max(...frameSizes, stream.final, ...stream.chunks),
      egress: maxRecordLength(egress.events),
      ask: Math.max(0, ...egress.uses.flatMap(({ sizes }) => sizes)) + 1,
    },
    frameSizes,
    stream,
    maxChunks: egress.maxChunks,
    events: egress.events,
  };
}
