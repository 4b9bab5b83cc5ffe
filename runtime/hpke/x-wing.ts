/** X-Wing (draft-connolly-cfrg-xwing-kem): ML-KEM-768 and X25519, both native keys, combined with SHA3-256. */
import { concat, utf8, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import type { Encapsulated, Kem, KemKeyPair } from './kem.ts';
import { agree, generateX25519 } from './x25519.ts';

const mlKem = { name: 'ML-KEM-768' } as const;
const mlKemPublicKeyLength = 1184;
const mlKemCiphertextLength = 1088;

/** The six bytes that the draft draws as an X and a wing. */
const label = utf8('\\.//^\\');

export const xWing: Kem = { generate, encapsulate, decapsulate };

async function generate(): Promise<KemKeyPair> {
  const lattice = await crypto.subtle.generateKey(mlKem, false, ['encapsulateBits', 'decapsulateBits']);
  if (lattice instanceof CryptoKey) throw new TypeError('ML-KEM gives a key pair');
  const latticePublicKey = await crypto.subtle.exportKey('raw-public', lattice.publicKey);
  const curve = await generateX25519();
  return {
    publicKey: concat(new Uint8Array(latticePublicKey), curve.raw),
    privateKeys: { mlKem: lattice.privateKey, x25519: curve.privateKey },
  };
}

async function encapsulate(publicKey: Bytes, ephemeral?: KemKeyPair): Promise<Encapsulated> {
  const recipient = publicKey.slice(mlKemPublicKeyLength);
  const lattice = await encapsulateLattice(publicKey.slice(0, mlKemPublicKeyLength));
  const own = ephemeral
    ? { raw: ephemeral.publicKey, privateKey: ephemeral.privateKeys.x25519 }
    : await generateX25519();
  const curveShared = await agree(own.privateKey, recipient);
  const sharedSecret = await combine(lattice.sharedKey, curveShared, own.raw, recipient);
  return { sharedSecret, enc: concat(lattice.ciphertext, own.raw) };
}

async function decapsulate(enc: Bytes, pair: KemKeyPair): Promise<Bytes> {
  const { mlKem: latticeKey, x25519: curveKey } = pair.privateKeys;
  if (!latticeKey) throw new TypeError('X-Wing needs both private keys');
  const ciphertext = enc.slice(0, mlKemCiphertextLength);
  const curveEnc = enc.slice(mlKemCiphertextLength);
  const latticeShared = new Uint8Array(await crypto.subtle.decapsulateBits(mlKem, latticeKey, ciphertext));
  const curveShared = await agree(curveKey, curveEnc);
  return combine(latticeShared, curveShared, curveEnc, pair.publicKey.slice(mlKemPublicKeyLength));
}

async function encapsulateLattice(publicKey: Bytes): Promise<{ sharedKey: Bytes; ciphertext: Bytes }> {
  const imported = await crypto.subtle.importKey('raw-public', publicKey, mlKem, true, ['encapsulateBits']);
  const { sharedKey, ciphertext } = await crypto.subtle.encapsulateBits(mlKem, imported);
  return { sharedKey: new Uint8Array(sharedKey), ciphertext: new Uint8Array(ciphertext) };
}

// ss = SHA3-256(ssM || ssX || ctX || pkX || label)
async function combine(lattice: Bytes, curve: Bytes, curveEnc: Bytes, curveKey: Bytes): Promise<Bytes> {
  const sharedSecret = await crypto.subtle.digest(
    'SHA3-256',
    concat(lattice, curve, curveEnc, curveKey, label),
  );
  wipe(lattice, curve);
  return new Uint8Array(sharedSecret);
}
