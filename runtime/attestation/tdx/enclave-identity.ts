/** What Intel says of its quoting enclave for trust domains. */
import { number, parseJson, record } from '../../shape.ts';
import type { Shape } from '../../shape.ts';
import { constant, hex, period, svnLevels } from './statements.ts';

const statement = record({
  ...period,
  id: constant('TD_QE'),
  version: constant(2),
  miscselect: hex(4),
  miscselectMask: hex(4),
  attributes: hex(16),
  attributesMask: hex(16),
  mrsigner: hex(32),
  isvprodid: number,
  tcbLevels: svnLevels,
});

/** The identity, by Intel's names; byte strings are hexadecimal. */
export type EnclaveIdentity = Shape<typeof statement>;

/** Reads the text whose signature was checked. */
export function readEnclaveIdentity(json: string, fault: () => Error): EnclaveIdentity {
  return statement(parseJson(json, fault), fault);
}
