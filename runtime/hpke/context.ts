/** HPKE base mode (RFC 9180, section 5): set up a context from an encapsulation, then seal, open and export. */
import { concat, integer, utf8, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import { importAeadKey, openWith, sealWith } from './aead.ts';
import { importHmacKey, labeledExpand, labeledExtract } from './hkdf.ts';
import { mechanisms } from './kem.ts';
import type { KemKeyPair } from './key-pair.ts';
import { aeads, kdf, kems, nonceLength } from './suites.ts';
import type { Suite } from './suites.ts';

const modeBase = 0;
const empty = new Uint8Array(0);

/** The AEAD key, nonces and exporter of one exchange; the sequence number counts its own messages. */
export class HpkeContext {
  readonly #suiteId: Bytes;
  readonly #key: CryptoKey;
  readonly #baseNonce: Bytes;
  readonly #exporterSecret: Bytes;
  #sequence = 0;

  constructor(suiteId: Bytes, key: CryptoKey, baseNonce: Bytes, exporterSecret: Bytes) {
    this.#suiteId = suiteId;
    this.#key = key;
    this.#baseNonce = baseNonce;
    this.#exporterSecret = exporterSecret;
  }

  /** Seals the next message. */
  async seal(plaintext: Bytes, aad: Bytes = empty): Promise<Bytes> {
    return sealWith(this.#key, this.#nextNonce(), aad, plaintext);
  }

  /** Opens the next message; a failure throws `ERR_OPEN` and uses up its sequence number. */
  async open(ciphertext: Bytes, aad: Bytes = empty): Promise<Bytes> {
    return openWith(this.#key, this.#nextNonce(), aad, ciphertext);
  }

  /** Context.Export(exporter_context, L), RFC 9180 section 5.3. */
  async export(exporterContext: Bytes, length: number): Promise<Bytes> {
    return labeledExpand(this.#suiteId, this.#exporterSecret, 'sec', exporterContext, length);
  }

  /** Overwrites what is held as bytes; the AEAD key is native and dies with its last reference. */
  wipe(): void {
    wipe(this.#baseNonce, this.#exporterSecret);
  }

  // nonce = base_nonce XOR I2OSP(seq, Nn); 32 bits are more messages than any session has
  #nextNonce(): Bytes {
    if (this.#sequence > 0xffff_fffe) throw new StatelessError('ERR_OPEN');
    const counter = integer(this.#sequence, 4);
    this.#sequence += 1;
    const nonce = this.#baseNonce.slice();
    const offset = nonceLength - counter.length;
    for (const [index, byte] of counter.entries())
      nonce[offset + index] = (nonce[offset + index] ?? 0) ^ byte;
    return nonce;
  }
}

/**
 * SetupBaseR: the recipient's context.
 *
 * @throws StatelessError `ERR_OPEN` for an encapsulated key that does not decapsulate.
 */
export async function setupRecipient(
  suite: Suite,
  pair: KemKeyPair,
  enc: Bytes,
  info: Bytes,
): Promise<HpkeContext> {
  const sharedSecret = await decapsulate(suite, pair, enc);
  return keySchedule(suite, sharedSecret, info);
}

async function decapsulate(suite: Suite, pair: KemKeyPair, enc: Bytes): Promise<Bytes> {
  try {
    return await mechanisms[suite.kem].decapsulate(enc, pair);
  } catch {
    throw new StatelessError('ERR_OPEN');
  }
}

/** KeySchedule of section 5.1 in base mode; the shared secret is wiped. */
export async function keySchedule(suite: Suite, sharedSecret: Bytes, info: Bytes): Promise<HpkeContext> {
  const id = concat(
    utf8('HPKE'),
    integer(kems[suite.kem].id, 2),
    integer(kdf.id, 2),
    integer(aeads[suite.aead].id, 2),
  );
  const [pskIdHash, infoHash, secret] = await Promise.all([
    labeledExtract(id, empty, 'psk_id_hash', empty),
    labeledExtract(id, empty, 'info_hash', info),
    labeledExtract(id, sharedSecret, 'secret', empty),
  ]);
  const schedule = concat(integer(modeBase, 1), pskIdHash, infoHash);
  const prk = await importHmacKey(secret);
  const [key, baseNonce, exporterSecret] = await Promise.all([
    labeledExpand(id, prk, 'key', schedule, aeads[suite.aead].keyLength),
    labeledExpand(id, prk, 'base_nonce', schedule, nonceLength),
    labeledExpand(id, prk, 'exp', schedule, kdf.length),
  ]);
  const imported = await importAeadKey(suite.aead, key);
  wipe(sharedSecret, secret, key);
  return new HpkeContext(id, imported, baseNonce, exporterSecret);
}
