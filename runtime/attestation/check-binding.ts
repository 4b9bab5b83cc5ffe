/**
 * The evidence is about this session: its report data commits to the nonce that this client just made, the key, the
 * egress manifest and the launch; or to a node key whose signature does.
 */
import { isEqual } from '../bytes.ts';
import type { Check } from './verifier.ts';
import { expired, invalid, refused } from './faults.ts';
import type { OfferFacts } from './offer-facts.ts';
import { epochReportData, nodeKey, sessionStatement } from './epoch-data.ts';
import { reportData } from './report-data.ts';
import { isEcdsa } from './x509/signature.ts';

const name = 'key binding';

/** By so much a client's clock may be behind the broker's when an epoch begins. */
const skewMs = 60_000;

export const bindingCheck: Check<OfferFacts> = {
  name,
  async run(facts) {
    const { offer, binding, stated } = facts;
    if (offer.epoch) await checkEpoch(offer.epoch, facts);
    else if (!isEqual(stated, await reportData(binding))) throw invalid(name);
  },
};

async function checkEpoch(
  epoch: NonNullable<OfferFacts['offer']['epoch']>,
  { binding, stated, policy: { maxEpochMs }, at }: OfferFacts,
): Promise<void> {
  if (!isEqual(stated, await epochReportData(epoch, binding))) throw invalid(name);
  const statement = await sessionStatement(binding);
  const isSigned = await isEcdsa(nodeKey.namedCurve, epoch.publicKey, epoch.signature, statement);
  if (!isSigned) throw invalid(name);
  if (!(epoch.notAfter - epoch.notBefore <= (maxEpochMs ?? NaN))) throw refused('epoch');
  if (!(epoch.notBefore - skewMs <= at && at <= epoch.notAfter)) throw expired('epoch');
}
