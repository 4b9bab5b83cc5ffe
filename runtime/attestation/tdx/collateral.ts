/** Intel's collateral: what it says of platforms and of the quoting enclave, signed, with certificates and CRLs. */
import { utf8 } from '../../bytes.ts';
import type { Bytes } from '../../bytes.ts';
import { as, parseJson, record, text } from '../../shape.ts';
import { fromHex } from '../../text-forms.ts';
import { invalid } from '../faults.ts';
import { readChain } from '../x509/chain.ts';
import { readRevocationList } from '../x509/crl.ts';
import { readPem } from '../x509/pem.ts';
import { enclaveIdentity } from './enclave-identity.ts';
import type { Collateral } from './parts.ts';
import { tcbInfo } from './tcb-info.ts';

const fault = (): Error => invalid('collateral format');
const hex = as(text(/^(?:[0-9a-f]{2})*$/), fromHex);
const chain = as(text(), (pem) => readChain(readPem(utf8(pem), fault), fault));
const list = as(hex, (bytes) => readRevocationList(bytes, fault));
const collateral = record({
  tcb_info: text(),
  tcb_info_signature: hex,
  tcb_info_issuer_chain: chain,
  qe_identity: text(),
  qe_identity_signature: hex,
  qe_identity_issuer_chain: chain,
  pck_crl: list,
  root_ca_crl: list,
});

/**
 * Reads collateral: a JSON object with `tcb_info`, `qe_identity` (each with `_signature`, r || s in hexadecimal, and
 * `_issuer_chain`, PEM), `pck_crl` and `root_ca_crl` (hexadecimal DER).
 */
export function readCollateral(bytes: Bytes): Collateral {
  const json = (source: string): unknown => parseJson(source, fault);
  const read = collateral(json(new TextDecoder().decode(bytes)), fault);
  return {
    signed: [
      { text: read.tcb_info, signature: read.tcb_info_signature, chain: read.tcb_info_issuer_chain },
      { text: read.qe_identity, signature: read.qe_identity_signature, chain: read.qe_identity_issuer_chain },
    ],
    tcbInfo: tcbInfo(json(read.tcb_info), fault),
    enclaveIdentity: enclaveIdentity(json(read.qe_identity), fault),
    keyList: read.pck_crl,
    rootList: read.root_ca_crl,
  };
}
