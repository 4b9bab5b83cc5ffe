/**
 * A rehearsal of a session's cryptography, with a key pair and a request of its own: what Node loads and compiles when
 * it is first used is loaded and compiled before a client waits for it.
 */
import { concat } from '../bytes.ts';
import { keySchedule } from '../hpke/context.ts';
import { mechanisms } from '../hpke/recipient.ts';
import { kems } from '../hpke/suites.ts';
import type { KemName, Suite } from '../hpke/suites.ts';
import { writeHeader } from '../wire/exchange.ts';
import { sessionKeyId } from '../wire/key-config.ts';
import { openRequest, sealResponse } from '../wire/recipient.ts';
import { padReply } from '../wire/reply.ts';

/** Opens a request that does not open, and seals a response that nobody gets. */
export async function rehearse(kem: KemName): Promise<void> {
  const pair = await mechanisms[kem].generate();
  // both mechanisms end with a point of X25519, and any other bytes are a ciphertext of ML-KEM
  const point = pair.publicKey.slice(-32);
  const suite: Suite = { kem, aead: 'aes-256-gcm' };
  const header = writeHeader(sessionKeyId, suite);
  const request = concat(header, new Uint8Array(kems[kem].encLength - 32), point, new Uint8Array(32));
  await openRequest({ kem, pair }, request).catch(() => undefined);
  await sealResponse(
    { suite, enc: point, context: await keySchedule(suite, new Uint8Array(32), header) },
    padReply({ output: null }, [256]),
  );
}
