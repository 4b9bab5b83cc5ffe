/** What Intel says of its quoting enclave for trust domains. */
import { number, record, text } from '../../shape.ts';
import type { Shape } from '../../shape.ts';
import { hex, period, svnLevels, version } from './statements.ts';

/** Reads the statement. */
export const enclaveIdentity = record({
  ...period,
  id: text(/^TD_QE$/),
  version: version(2),
  miscselect: hex(4),
  miscselectMask: hex(4),
  attributes: hex(16),
  attributesMask: hex(16),
  mrsigner: hex(32),
  isvprodid: number,
  tcbLevels: svnLevels,
});

/** The identity, by Intel's names; byte strings are hexadecimal. */
export type EnclaveIdentity = Shape<typeof enclaveIdentity>;
