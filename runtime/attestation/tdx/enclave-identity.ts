/** What Intel says of its quoting enclave for trust domains. */
import { parseJson, readShapes } from '../../shape.ts';
import { readPeriod, readSvnLevels } from './tcb-info.ts';
import type { EnclaveIdentity } from './statements.ts';

/** Reads the text whose signature was checked. */
export function readEnclaveIdentity(json: string, fault: () => Error): EnclaveIdentity {
  const read = readShapes(fault);
  const { member, number, text } = read;
  const value = parseJson(json, fault);
  if (member(value, 'id') !== 'TD_QE' || number(member(value, 'version')) !== 2) throw fault();
  const hex = (name: string): string => text(member(value, name), /^(?:[0-9A-Fa-f]{2})+$/).toLowerCase();
  return {
    ...readPeriod(value, read, fault),
    miscSelect: hex('miscselect'),
    miscSelectMask: hex('miscselectMask'),
    attributes: hex('attributes'),
    attributesMask: hex('attributesMask'),
    mrSigner: hex('mrsigner'),
    isvProdId: number(member(value, 'isvprodid')),
    levels: readSvnLevels(value, read, fault),
  };
}
