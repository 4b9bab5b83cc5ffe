/**
 * Chunked Oblivious HTTP (draft-ietf-ohai-chunked-ohttp-08): a message sealed in pieces. Each piece stands behind its
 * length; the last one behind a zero, sealed with the AAD "final", so that a stream that ends early cannot be opened.
 */
import { concat, integer, utf8 } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import type { Crypt } from './exchange.ts';
import { counted } from './varint.ts';

/** Seals or opens the pieces of one message in order; the last one says that it is the last. */
export type Step = (piece: Bytes, isFinal: boolean) => Promise<Bytes>;

const finalAad = utf8('final');
/** What goes with a piece that is not the last, and with a whole message: nothing. */
export const noAad: Bytes = new Uint8Array(0);

/** A sealer over an AEAD that counts. */
export function sealer(crypt: Crypt): Step {
  return async (plaintext, isFinal) => {
    if (isFinal) return concat(integer(0, 1), await crypt(plaintext, finalAad));
    if (plaintext.length === 0) throw new TypeError('only the final chunk may be empty');
    return counted(await crypt(plaintext, noAad));
  };
}

/** The other side of a sealer. Only the final chunk may open to nothing. */
export function opener(crypt: Crypt): Step {
  return async (sealed, isFinal) => {
    const opened = await crypt(sealed, isFinal ? finalAad : noAad);
    if (opened.length === 0 && !isFinal) throw new StatelessError('ERR_OPEN');
    return opened;
  };
}
