/** The TDX module is Intel's and patched: the identity of its major version, by signer, attributes and number. */
import { demand } from '../appraisal.ts';
import { agree, isAccepted } from './facts.ts';
import type { TdxFacts } from './parts.ts';

export const moduleCheck = demand<TdxFacts>('TDX module', ({ quote: { domain }, collateral, policy }) => {
  const info = collateral.tcbInfo;
  const [svn = 0, major = 0] = domain.teeTcbSvn;
  const id = `TDX_${major.toString(16).padStart(2, '0')}`.toLowerCase();
  const own = info.tdxModuleIdentities?.find((each) => each.id.toLowerCase() === id);
  const identity = major === 0 ? info.tdxModule : own;
  const isIntels =
    identity?.mrsigner === domain.mrSignerSeam &&
    agree(domain.seamAttributes, identity.attributes, identity.attributesMask);
  const level = own?.tcbLevels.find(({ tcb }) => tcb.isvsvn <= svn);
  // TDX 1.0 has no levels of its own: `tcbCheck` compares its components.
  return isIntels && (major === 0 || isAccepted(level?.tcbStatus, policy));
});
