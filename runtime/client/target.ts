/** From an offer to verified evidence, over any way to a broker: what a session is sealed to. */
import { readOffer } from '../attestation/offer.ts';
import type { Policy } from '../attestation/policy.ts';
import { clientNonceLength } from '../attestation/report-data.ts';
import { verifyOffer } from '../attestation/verify.ts';
import type { VerifiedEvidence } from '../attestation/verify.ts';
import { StatelessError } from '../error.ts';
import type { KemName } from '../hpke/suites.ts';
import { parseJson } from '../shape.ts';
import { offerMaxBytes } from '../wire/bounds.ts';
import { readAll } from './answer.ts';
import type { Target, Transport } from './client.ts';

/**
 * Takes an offer and verifies it.
 *
 * @param supported what `supportedOf` says of the policy's mechanisms
 * @param onEvidence told of the verified evidence; what it throws ends the request
 * @throws StatelessError as `verifyOffer` does, or `ERR_KEM_UNSUPPORTED`
 */
export async function openTarget(
  transport: Transport,
  policy: Policy,
  supported: readonly KemName[],
  onEvidence?: (evidence: VerifiedEvidence) => void,
): Promise<Target> {
  if (supported.length === 0) throw new StatelessError('ERR_KEM_UNSUPPORTED');
  const nonce = crypto.getRandomValues(new Uint8Array(clientNonceLength));
  const answer = await readAll(await transport.offer(nonce), offerMaxBytes);
  const fault = (): StatelessError => new StatelessError('ERR_BROKER_ANSWER');
  const offer = readOffer(parseJson(new TextDecoder().decode(answer), fault));
  const evidence = await verifyOffer(offer, nonce, policy);
  if (!supported.includes(evidence.keyConfig.kem)) throw new StatelessError('ERR_KEM_UNSUPPORTED');
  onEvidence?.(evidence);
  return { transport, evidence };
}
