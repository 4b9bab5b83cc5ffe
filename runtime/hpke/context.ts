/** HPKE base mode (RFC 9180, section 5): a context from a shared secret, then seal, open and export. */
import { concat, integer, utf8, wipe } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { importAeadKey, nonces, openWith, sealWith } from './aead.ts';
import { importHmacKey, labeledExpand, labeledExtract } from './hkdf.ts';
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
  readonly #nextNonce: () => Bytes;

  constructor(suiteId: Bytes, key: CryptoKey, baseNonce: Bytes, exporterSecret: Bytes) {
    this.#suiteId = suiteId;
    this.#key = key;
    this.#baseNonce = baseNonce;
    this.#nextNonce = nonces(baseNonce);
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
    const prk = await importHmacKey(this.#exporterSecret);
    return labeledExpand(this.#suiteId, prk, 'sec', exporterContext, length);
  }

  /** Overwrites what is held as bytes; the AEAD key is native and dies with its last reference. */
  wipe(): void {
    wipe(this.#baseNonce, this.#exporterSecret);
  }
}

/** kem_id (2) || kdf_id (2) || aead_id (2) */
export function identifiers({ kem, aead }: Suite): Bytes {
  return concat(integer(kems[kem].id, 2), integer(kdf.id, 2), integer(aeads[aead].id, 2));
}

/** KeySchedule of section 5.1 in base mode; the shared secret is wiped. */
export async function keySchedule(suite: Suite, sharedSecret: Bytes, info: Bytes): Promise<HpkeContext> {
  const id = concat(utf8('HPKE'), identifiers(suite));
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
