/** The TDX module is Intel's and patched: the identity of its major version, by signer, attributes and number. */
import { toHex } from '../../text-forms.ts';
import type { Check } from '../appraisal.ts';
import { invalid, refused } from '../faults.ts';
import { agree, isAccepted } from './facts.ts';
import type { TdxFacts } from './facts.ts';
import { readTcbInfo } from './tcb-info.ts';

const name = 'TDX module';

export const moduleCheck: Check<TdxFacts> = {
  name,
  run({ quote: { domain }, collateral, policy }) {
    const info = readTcbInfo(collateral.tcbInfo.text, () => invalid(name));
    const [svn = 0, major = 0] = domain.teeTcbSvn;
    const id = `TDX_${major.toString(16).padStart(2, '0')}`;
    const own = info.tdxModuleIdentities?.find((each) => each.id.toLowerCase() === id.toLowerCase());
    const identity = major === 0 ? info.tdxModule : own;
    const isIntels =
      identity?.mrsigner === domain.mrSignerSeam &&
      agree(toHex(domain.seamAttributes), identity.attributes, identity.attributesMask);
    if (!isIntels) throw refused(name);
    if (major === 0) return; // TDX 1.0 has no levels of its own: `tcbCheck` compared its components
    const level = own?.tcbLevels.find(({ tcb }) => tcb.isvsvn <= svn);
    if (!isAccepted(level?.tcbStatus, policy)) throw refused(name);
  },
};
