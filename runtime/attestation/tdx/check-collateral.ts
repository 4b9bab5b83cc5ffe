/** Intel signed what the collateral says, byte for byte, and it is still what Intel says at this time. */
import { utf8 } from '../../bytes.ts';
import type { Check } from '../verifier.ts';
import { expired, invalid } from '../faults.ts';
import { checkChain } from '../x509/chain.ts';
import { checkNotRevoked } from '../x509/crl.ts';
import { isEcdsa } from '../x509/signature.ts';
import type { TdxFacts } from './parts.ts';

const name = 'collateral';

export const collateralCheck: Check<TdxFacts> = {
  name,
  async run({ roots, collateral: { signed, tcbInfo, enclaveIdentity, rootList }, at }) {
    for (const { text, signature, chain } of signed) {
      const [signer, root] = chain;
      if (!root || chain.length !== 2) throw invalid(name);
      if (!(await isEcdsa('P-256', signer.publicKey, signature, utf8(text)))) throw invalid(name);
      await checkChain(chain, roots, at, name);
      await checkNotRevoked(signer, root, rootList, at);
    }
    for (const { issueDate, nextUpdate } of [tcbInfo, enclaveIdentity])
      if (!(issueDate <= at && at <= nextUpdate)) throw expired(name);
  },
};
