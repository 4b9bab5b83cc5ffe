/** The quoting enclave is Intel's, patched, certified by the platform's key, and vouches for the attestation key. */
import { concat, isEqual } from '../../bytes.ts';
import type { Check } from '../verifier.ts';
import { invalid, refused } from '../faults.ts';
import { sha256 } from '../report-data.ts';
import { isEcdsa } from '../x509/signature.ts';
import { agree, isAccepted } from './facts.ts';
import type { TdxFacts } from './parts.ts';

const name = 'quoting enclave';

export const enclaveCheck: Check<TdxFacts> = {
  name,
  async run({ quote, chain, collateral, policy }) {
    const { enclave, enclaveSignature, attestationKey, authenticationData } = quote;
    const bound = concat(await sha256(concat(attestationKey, authenticationData)), new Uint8Array(32));
    const said = collateral.enclaveIdentity;
    const isIntels =
      (await isEcdsa('P-256', chain[0].publicKey, enclaveSignature, enclave.signed)) &&
      isEqual(enclave.reportData, bound) &&
      enclave.mrSigner === said.mrsigner &&
      enclave.isvProdId === said.isvprodid &&
      agree(enclave.miscSelect, said.miscselect, said.miscselectMask) &&
      agree(enclave.attributes, said.attributes, said.attributesMask);
    if (!isIntels) throw invalid(name);
    const level = said.tcbLevels.find(({ tcb }) => tcb.isvsvn <= enclave.isvSvn);
    if (!isAccepted(level?.tcbStatus, policy)) throw refused(name);
  },
};
