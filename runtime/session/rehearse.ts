/**
 * A rehearsal of a session's cryptography, with a key pair and a request of its own: what Node loads and compiles when
 * it is first used is loaded and compiled before a client waits for it.
 */
import { concat } from '../bytes.ts';
import { keySchedule } from '../hpke/context.ts';
import { mechanisms } from '../hpke/kem.ts';
import { kems } from '../hpke/suites.ts';
import type { KemName } from '../hpke/suites.ts';
import { writeHeader } from '../wire/exchange.ts';
import { sessionKeyId } from '../wire/key-config.ts';
import { openRequest, sealResponse } from '../wire/recipient.ts';

/** Opens a request that does not open, and seals a response to nobody. */
export async function rehearse(kem: KemName): Promise<void> {
  const suite = { kem, aead: 'aes-256-gcm' } as const;
  const pair = await mechanisms[kem].generate();
  // both mechanisms end with a point of X25519, and any other bytes are a ciphertext of ML-KEM
  const point = pair.publicKey.slice(-32);
  const enc = concat(new Uint8Array(kems[kem].encLength - point.length), point);
  const request = concat(writeHeader(sessionKeyId, suite), enc, new Uint8Array(32));
  await openRequest({ kem, pair }, request).catch(() => undefined);
  const context = await keySchedule(suite, new Uint8Array(32), point);
  await sealResponse({ suite, enc, context }, new Uint8Array(32)).finally(() => {
    context.wipe();
  });
}
