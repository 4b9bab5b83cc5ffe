/** Nobody looks into the trust domain: no debugging, no migration, no service domain beside it, no hidden exceptions. */
import type { Check } from '../appraisal.ts';
import { refused } from '../faults.ts';
import type { TdxFacts } from './facts.ts';

/** Attributes of a trust domain by bit. The whole first byte is about debugging. */
const septVeDisable = 28;
const migratable = 29;

/** The host may not read the domain's memory. */
export const debugCheck: Check<TdxFacts> = {
  name: 'debug off',
  run({ quote: { domain } }) {
    if (domain.attributes[0] !== 0) throw refused('debug off');
  },
};

/** Neither migration, nor a service domain that could take part in it. */
export const migrationCheck: Check<TdxFacts> = {
  name: 'migration off',
  run({ quote: { domain } }) {
    if (hasBit(domain.attributes, migratable) || !/^0*$/.test(domain.mrServiceTd))
      throw refused('migration off');
  },
};

/** The host may not make the domain read zeros where its pages were (SEPT_VE_DISABLE). */
export const exceptionCheck: Check<TdxFacts> = {
  name: 'page exceptions off',
  run({ quote: { domain } }) {
    if (!hasBit(domain.attributes, septVeDisable)) throw refused('page exceptions off');
  },
};

function hasBit(bytes: Uint8Array, bit: number): boolean {
  return (((bytes[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) === 1;
}
