/** The document is of now, by its own time: neither older than the policy allows, nor from the future. */
import type { Check } from '../verifier.ts';
import { expired } from '../faults.ts';
import type { NitroFacts } from './parts.ts';

const name = 'freshness';
const defaultMaxAgeMs = 5 * 60_000;
const skewMs = 60_000;

export const freshnessCheck: Check<NitroFacts> = {
  name,
  run({ document: { timestamp }, policy: { maxAgeMs = defaultMaxAgeMs }, at }) {
    if (!(at - timestamp <= maxAgeMs && timestamp - at <= skewMs)) throw expired(name);
  },
};
