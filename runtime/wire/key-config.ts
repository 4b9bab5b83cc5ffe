/** The single-use key configuration of a session process, in the format of RFC 9458 section 3.1. */
import { concat, integer, readInteger } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import { aeadNames, aeads, findAead, findKem, kdf, kems } from '../hpke/suites.ts';
import type { AeadName, KemName } from '../hpke/suites.ts';

/** A public key with what may be done with it. */
export interface KeyConfig {
  readonly kem: KemName;
  readonly publicKey: Bytes;
  readonly aeads: readonly AeadName[];
}

/** The key identifier: always 0, since an offer carries exactly one key. */
export const keyId = 0;

const headLength = 3;
const suiteLength = 4;

/** Writes a key configuration that allows every AEAD of the runtime. */
export function writeKeyConfig(kem: KemName, publicKey: Uint8Array): Bytes {
  const suites = aeadNames.map((name) => concat(integer(kdf.id, 2), integer(aeads[name].id, 2)));
  const list = concat(...suites);
  return concat(integer(keyId, 1), integer(kems[kem].id, 2), publicKey, integer(list.length, 2), list);
}

/**
 * Reads a key configuration.
 *
 * @throws StatelessError `ERR_BROKER_ANSWER` when a length, the mechanism or every suite is unknown.
 */
export function readKeyConfig(bytes: Uint8Array): KeyConfig {
  const kem = findKem(readInteger(bytes, 1, 2));
  if (bytes[0] !== keyId || kem === undefined) throw new StatelessError('ERR_BROKER_ANSWER');
  const listOffset = headLength + kems[kem].publicKeyLength;
  const list = bytes.slice(listOffset + 2);
  if (list.length % suiteLength !== 0 || readInteger(bytes, listOffset, 2) !== list.length)
    throw new StatelessError('ERR_BROKER_ANSWER');
  const known = readSuites(list);
  if (known.length === 0) throw new StatelessError('ERR_BROKER_ANSWER');
  return { kem, publicKey: concat(bytes.slice(headLength, listOffset)), aeads: known };
}

/** The length in bytes of a key configuration as `writeKeyConfig` makes it. */
export function keyConfigLength(kem: KemName): number {
  return headLength + kems[kem].publicKeyLength + 2 + suiteLength * aeadNames.length;
}

function readSuites(list: Uint8Array): AeadName[] {
  const known: AeadName[] = [];
  for (let offset = 0; offset < list.length; offset += suiteLength) {
    const aead = findAead(readInteger(list, offset + 2, 2));
    if (readInteger(list, offset, 2) === kdf.id && aead !== undefined) known.push(aead);
  }
  return known;
}
