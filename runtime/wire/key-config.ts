/** The single-use key configuration of a session process, in the format of RFC 9458 section 3.1. */
import { concat, integer } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { aeadNames, aeads, kdf, kems } from '../hpke/suites.ts';
import type { AeadName, KemName } from '../hpke/suites.ts';

/** A public key with what may be done with it. */
export interface KeyConfig {
  readonly keyId: number;
  readonly kem: KemName;
  readonly publicKey: Bytes;
  /** Those that are offered and spoken here, the one to prefer first. */
  readonly aeads: readonly [AeadName, ...AeadName[]];
}

/** The key identifier of every session process: 0, since an offer carries exactly one key. */
export const sessionKeyId = 0;

/** Writes a key configuration that allows every AEAD of the runtime. */
export function writeKeyConfig(kem: KemName, publicKey: Uint8Array): Bytes {
  const suites = aeadNames.map((name) => concat(integer(kdf.id, 2), integer(aeads[name].id, 2)));
  const list = concat(...suites);
  const head = concat(integer(sessionKeyId, 1), integer(kems[kem].id, 2));
  return concat(head, publicKey, integer(list.length, 2), list);
}
