/** Intel signed what the collateral says, byte for byte, and it is still what Intel says at this time. */
import { utf8 } from '../../bytes.ts';
import type { Check } from '../appraisal.ts';
import { expired, invalid } from '../faults.ts';
import { checkChain } from '../x509/chain.ts';
import { checkNotRevoked } from '../x509/crl.ts';
import { isEcdsa } from '../x509/signature.ts';
import type { SignedText } from './parts.ts';
import { readEnclaveIdentity } from './enclave-identity.ts';
import type { TdxFacts } from './facts.ts';
import { readTcbInfo } from './tcb-info.ts';

const name = 'collateral';
const fault = (): Error => invalid(name);

export const collateralCheck: Check<TdxFacts> = {
  name,
  async run(facts) {
    const { tcbInfo, enclaveIdentity } = facts.collateral;
    await checkSigned(tcbInfo, facts);
    await checkSigned(enclaveIdentity, facts);
    for (const { issueDate, nextUpdate } of [
      readTcbInfo(tcbInfo.text, fault),
      readEnclaveIdentity(enclaveIdentity.text, fault),
    ])
      if (facts.at < issueDate || facts.at > nextUpdate) throw expired(name);
  },
};

async function checkSigned({ text, signature, chain }: SignedText, facts: TdxFacts): Promise<void> {
  const [signer, root] = chain;
  if (!root || chain.length !== 2) throw fault();
  if (!(await isEcdsa('P-256', signer.publicKey, signature, utf8(text)))) throw fault();
  await checkChain(chain, facts.roots, facts.at, name);
  await checkNotRevoked(signer, root, facts.collateral.rootList, facts.at);
}
