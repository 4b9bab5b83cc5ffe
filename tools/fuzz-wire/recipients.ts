/** Recipients of sealed messages whose keys a seed decides, and senders to them. */
import { concat } from '../../runtime/bytes.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import { setupRecipient } from '../../runtime/hpke/recipient.ts';
import { kems } from '../../runtime/hpke/suites.ts';
import type { AeadName, KemName } from '../../runtime/hpke/suites.ts';
import { agree } from '../../runtime/hpke/x25519.ts';
import { infoOf, writeHeader } from '../../runtime/wire/exchange.ts';
import type { Exchange } from '../../runtime/wire/exchange.ts';
import type { Recipient } from '../../runtime/wire/recipient.ts';
import { importMlKem, importX25519 } from '../../test/vectors/keys.ts';
import { noise } from './random.ts';
import type { Random } from './random.ts';

const basePoint: Bytes = Uint8Array.from({ length: 32 }, (_, index) => (index === 0 ? 9 : 0));

/** A recipient. */
export async function createRecipient(kem: KemName, random: Random): Promise<Recipient> {
  const x25519 = await importX25519(noise(random, 32));
  const curveKey = await agree(x25519, basePoint);
  if (kem === 'x25519') return { kem, pair: { publicKey: curveKey, privateKeys: { x25519 } } };
  const lattice = await importMlKem(noise(random, 64));
  const publicKey = await crypto.subtle.getPublicKey(lattice, ['encapsulateBits']);
  const latticeKey = new Uint8Array(await crypto.subtle.exportKey('raw-public', publicKey));
  return {
    kem,
    pair: { publicKey: concat(latticeKey, curveKey), privateKeys: { mlKem: lattice, x25519 } },
  };
}

/**
 * A sender's side of one exchange. Encapsulation draws numbers that no seed decides; so its encapsulated key is noise, of
 * which the recipient finds a shared secret as of any other.
 */
export async function createSender(
  { kem, pair }: Recipient,
  aead: AeadName,
  label: string,
  random: Random,
): Promise<{ readonly opening: Bytes; readonly exchange: Exchange }> {
  const suite = { kem, aead };
  const header = writeHeader(0, suite);
  const enc = noise(random, kems[kem].encLength);
  const context = await setupRecipient(suite, pair, enc, infoOf(label, header));
  return { opening: concat(header, enc), exchange: { suite, enc, context } };
}
