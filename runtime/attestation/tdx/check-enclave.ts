/** The quoting enclave is Intel's, patched, certified by the platform's key, and vouches for the attestation key. */
import { concat, isEqual } from '../../bytes.ts';
import { toHex } from '../../text-forms.ts';
import type { Check } from '../appraisal.ts';
import { invalid, refused } from '../faults.ts';
import { sha256 } from '../report-data.ts';
import { isEcdsa } from '../x509/signature.ts';
import { readEnclaveIdentity } from './enclave-identity.ts';
import { agree, isAccepted } from './facts.ts';
import type { TdxFacts } from './facts.ts';

const name = 'quoting enclave';

export const enclaveCheck: Check<TdxFacts> = {
  name,
  async run({ quote, chain, collateral, policy }) {
    const fault = (): Error => invalid(name);
    const { enclave, enclaveSignature, attestationKey, authenticationData } = quote;
    if (!(await isEcdsa('P-256', chain[0].publicKey, enclaveSignature, enclave.signed))) throw fault();
    const bound = concat(await sha256(concat(attestationKey, authenticationData)), new Uint8Array(32));
    if (!isEqual(enclave.reportData, bound)) throw fault();
    const identity = readEnclaveIdentity(collateral.enclaveIdentity.text, fault);
    const isIntels =
      enclave.mrSigner === identity.mrsigner &&
      enclave.isvProdId === identity.isvprodid &&
      agree(toHex(enclave.miscSelect), identity.miscselect, identity.miscselectMask) &&
      agree(toHex(enclave.attributes), identity.attributes, identity.attributesMask);
    if (!isIntels) throw fault();
    const level = identity.tcbLevels.find(({ tcb }) => tcb.isvsvn <= enclave.isvSvn);
    if (!isAccepted(level?.tcbStatus, policy)) throw refused(name);
  },
};
