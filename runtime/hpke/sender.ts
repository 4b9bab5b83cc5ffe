/** HPKE base mode (RFC 9180, section 5), the sender's side. */
import type { Bytes } from '../bytes.ts';
import { keySchedule } from './context.ts';
import type { HpkeContext } from './context.ts';
import { encapsulate } from './encapsulate.ts';
import type { KemKeyPair } from './key-pair.ts';
import type { Suite } from './suites.ts';

/** SetupBaseS: a context for the sender, and the encapsulated key to send along. */
export async function setupSender(
  suite: Suite,
  publicKey: Bytes,
  info: Bytes,
  ephemeral?: KemKeyPair,
): Promise<{ readonly enc: Bytes; readonly context: HpkeContext }> {
  const { sharedSecret, enc } = await encapsulate(suite.kem, publicKey, ephemeral);
  return { enc, context: await keySchedule(suite, sharedSecret, info) };
}
