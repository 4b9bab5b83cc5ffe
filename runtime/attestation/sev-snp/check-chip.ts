/** The key is this processor's: a VCEK states the chip that the report names; a VLEK is a provider's and states none. */
import { toHex } from '../../text-forms.ts';
import { proof } from '../appraisal.ts';
import type { SevSnpFacts } from './parts.ts';

const hardwareId = '2b060104019c780104';
const providerId = '2b060104019c780105';

export const chipCheck = proof<SevSnpFacts>('chip', ({ report, chain: [key], product }) => {
  const chip = key.extensions.get(hardwareId);
  const provider = key.extensions.get(providerId);
  const isVlek = report.signingKey === 'vlek';
  const isNamed = isVlek ? provider !== undefined && chip === undefined : chip !== undefined;
  // Turin's identifier is the first 8 of the 64 bytes, the others are zero.
  const named = chip ? toHex(chip).padEnd(report.chipId.length, '0') : report.chipId;
  const isMasked = report.isChipMasked && /^0+$/.test(report.chipId);
  const isOfProduct = report.product === undefined || report.product === product;
  return isNamed && (named === report.chipId || isMasked) && isOfProduct;
});
