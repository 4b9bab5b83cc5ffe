/** Intel's collateral: what it says of platforms and of the quoting enclave, signed, with certificates and CRLs. */
import type { Bytes } from '../../bytes.ts';
import { parseJson, readShapes } from '../../shape.ts';
import { fromHex } from '../../text-forms.ts';
import { invalid } from '../faults.ts';
import { readChain } from '../x509/chain.ts';
import { readRevocationList } from '../x509/crl.ts';
import { readPem } from '../x509/pem.ts';
import type { SignedText, Collateral } from './parts.ts';

const check = 'collateral format';
const fault = (): Error => invalid(check);

/**
 * Reads collateral: a JSON object with `tcb_info`, `qe_identity` (each with `_signature`, r || s in hexadecimal, and
 * `_issuer_chain`, PEM), `pck_crl` and `root_ca_crl` (hexadecimal DER).
 */
export function readCollateral(bytes: Bytes): Collateral {
  const { member, text } = readShapes(fault);
  const value = parseJson(new TextDecoder().decode(bytes), fault);
  const field = (name: string): string => text(member(value, name));
  return {
    tcbInfo: signedText(field, 'tcb_info'),
    enclaveIdentity: signedText(field, 'qe_identity'),
    keyList: readRevocationList(hex(field('pck_crl')), fault),
    rootList: readRevocationList(hex(field('root_ca_crl')), fault),
  };
}

function signedText(field: (name: string) => string, name: string): SignedText {
  return {
    text: field(name),
    signature: hex(field(`${name}_signature`)),
    chain: readChain(readPem(field(`${name}_issuer_chain`), fault), check),
  };
}

function hex(text: string): Bytes {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw fault();
  return fromHex(text);
}
