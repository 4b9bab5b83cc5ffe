/** HPKE base mode (RFC 9180, section 5), the sender's side: a fresh shared secret, and what lets the recipient find it. */
import { concat, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { keySchedule } from './context.ts';
import type { HpkeContext } from './context.ts';
import type { Encapsulated, KemKeyPair } from './key-pair.ts';
import type { KemName, Suite } from './suites.ts';
import { sha3 } from './sha3.ts';
import { agree, extractAndExpand, generateX25519 } from './x25519.ts';
import { combined, mlKem, mlKemPublicKeyLength } from './x-wing.ts';

type OwnKey = ReturnType<typeof generateX25519>;
type Encapsulate = (publicKey: Bytes, own: OwnKey) => Promise<Encapsulated>;

const senders: Readonly<Record<KemName, Encapsulate>> = {
  x25519: encapsulateX25519,
  'x-wing': encapsulateXWing,
};

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

/**
 * Encapsulates to a public key.
 *
 * @param ephemeral the X25519 key pair, where a published exchange fixes it; a fresh one otherwise
 * @throws Error for a public key that is none: of low order, or not reduced
 */
export async function encapsulate(
  kem: KemName,
  publicKey: Bytes,
  ephemeral?: KemKeyPair,
): Promise<Encapsulated> {
  const own = ephemeral
    ? Promise.resolve({ raw: ephemeral.publicKey, privateKey: ephemeral.privateKeys.x25519 })
    : generateX25519();
  return senders[kem](publicKey, own);
}

async function encapsulateX25519(publicKey: Bytes, own: OwnKey): Promise<Encapsulated> {
  const { raw, privateKey } = await own;
  const dh = await agree(privateKey, publicKey);
  return { sharedSecret: await extractAndExpand(dh, concat(raw, publicKey)), enc: raw };
}

async function encapsulateXWing(publicKey: Bytes, own: OwnKey): Promise<Encapsulated> {
  const recipient = publicKey.slice(mlKemPublicKeyLength);
  const [lattice, curve, { raw }] = await Promise.all([
    encapsulateLattice(publicKey.slice(0, mlKemPublicKeyLength)),
    own.then(({ privateKey }) => agree(privateKey, recipient)),
    own,
  ]);
  const joined = combined(lattice.sharedKey, curve, raw, recipient);
  const sharedSecret = await sha3(joined);
  wipe(joined);
  return { sharedSecret, enc: concat(lattice.ciphertext, raw) };
}

async function encapsulateLattice(publicKey: Bytes): Promise<{ sharedKey: Bytes; ciphertext: Bytes }> {
  const imported = await crypto.subtle.importKey('raw-public', publicKey, mlKem, true, ['encapsulateBits']);
  const { sharedKey, ciphertext } = await crypto.subtle.encapsulateBits(mlKem, imported);
  return { sharedKey: new Uint8Array(sharedKey), ciphertext: new Uint8Array(ciphertext) };
}
