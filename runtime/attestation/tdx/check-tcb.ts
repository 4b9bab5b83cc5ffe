/**
 * The platform is patched, by Intel's table for its family: the first level that is nowhere above the platform's SGX
 * components and PCE (from the certificate) and TDX components (from the quote) says how it stands.
 */
import type { Check } from '../verifier.ts';
import { invalid, refused } from '../faults.ts';
import { isAccepted } from './facts.ts';
import type { TdxFacts } from './parts.ts';

const name = 'platform TCB';

/** With a TDX module of its own table, components 0 and 1 are the module's, and `moduleCheck` judges them. */
const componentsOfModule = 2;

export const tcbCheck: Check<TdxFacts> = {
  name,
  run({ quote, platform, collateral, policy }) {
    const info = collateral.tcbInfo;
    if (info.fmspc !== platform.fmspc || info.pceId !== platform.pceId) throw invalid(name);
    const svns = [...quote.domain.teeTcbSvn];
    const first = svns[1] === 0 ? 0 : componentsOfModule;
    const level = info.tcbLevels.find(
      ({ tcb: { sgxtcbcomponents, pcesvn, tdxtcbcomponents } }) =>
        sgxtcbcomponents.every(({ svn }, index) => svn <= (platform.sgx[index] ?? 0)) &&
        pcesvn <= platform.pce &&
        tdxtcbcomponents.every(({ svn }, index) => index < first || svn <= (svns[index] ?? 0)),
    );
    if (!isAccepted(level?.tcbStatus, policy)) throw refused(name);
  },
};
