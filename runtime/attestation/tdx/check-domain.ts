/** Nobody looks into the trust domain: no debugging, no migration, no service domain beside it, no hidden exceptions. */
import { demand } from '../appraisal.ts';
import { hasBit } from '../fields.ts';
import type { TdxFacts } from './parts.ts';

/** Attributes of a trust domain by bit. The whole first byte is about debugging. */
const septVeDisable = 28;
const migratable = 29;

/** The host may not read the domain's memory. */
export const debugCheck = demand<TdxFacts>('debug off', ({ quote }) => quote.domain.attributes[0] === 0);

/** Neither migration, nor a service domain that could take part in it. */
export const migrationCheck = demand<TdxFacts>(
  'migration off',
  ({ quote: { domain } }) => !hasBit(domain.attributes, migratable) && /^0*$/.test(domain.mrServiceTd),
);

/** The host may not make the domain read zeros where its pages were (SEPT_VE_DISABLE). */
export const exceptionCheck = demand<TdxFacts>('page exceptions off', ({ quote }) =>
  hasBit(quote.domain.attributes, septVeDisable),
);
