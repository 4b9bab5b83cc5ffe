/** `sessionKeys`: a one-time key pair, for teams that keep their own protocol. */
import type { Bytes } from './bytes.ts';
import { StatelessError } from './error.ts';
import type { KemKeyPair } from './hpke/key-pair.ts';
import { mechanisms, setupRecipient } from './hpke/recipient.ts';
import type { AeadName, KemName } from './hpke/suites.ts';
import { plaintext } from './plaintext.ts';
import type { Plaintext } from './plaintext.ts';

/** A sealed message for one-time keys (RFC 9180, base mode, HKDF-SHA256). */
export interface SealedMessage {
  /** The encapsulated key. */
  readonly enc: Bytes;
  readonly ciphertext: Bytes;
  readonly aead: AeadName;
  readonly info?: Bytes;
  readonly aad?: Bytes;
}

/** Keys that open one message and are gone: nothing of them can be exported or printed. */
export class SessionKeys {
  /** The serialised public key, for the sender. */
  readonly publicKey: Bytes;
  readonly kem: KemName;
  #pair: KemKeyPair | undefined;

  constructor(kem: KemName, pair: KemKeyPair) {
    this.kem = kem;
    this.publicKey = pair.publicKey;
    this.#pair = pair;
  }

  /**
   * Opens the one message; afterwards the private key is gone, whether it opened or not.
   *
   * @throws StatelessError `ERR_OPEN` for a message that does not open, and for every second one
   */
  async open(message: SealedMessage): Promise<Plaintext<Bytes>> {
    const pair = this.#pair;
    this.destroy();
    if (pair === undefined) throw new StatelessError('ERR_OPEN');
    const { enc, ciphertext, aead, info = new Uint8Array(0), aad = new Uint8Array(0) } = message;
    const context = await setupRecipient({ kem: this.kem, aead }, pair, enc, info);
    try {
      return plaintext<Bytes>(await context.open(ciphertext, aad));
    } finally {
      context.wipe();
    }
  }

  /** Drops the private key. */
  destroy(): void {
    this.#pair = undefined;
  }

  /** For `using`: the same as `destroy`. */
  [Symbol.dispose](): void {
    this.destroy();
  }
}

/**
 * Makes a one-time key pair that cannot be exported.
 *
 * @param kem X-Wing unless told otherwise
 *
 * @example
 * using keys = await sessionKeys();
 * send(keys.publicKey);
 * const text = new TextDecoder().decode(await keys.open(await receive()));
 */
export async function sessionKeys(kem: KemName = 'x-wing'): Promise<SessionKeys> {
  return new SessionKeys(kem, await mechanisms[kem].generate());
}
