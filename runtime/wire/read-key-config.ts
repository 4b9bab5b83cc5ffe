/** Reads the key configuration of an offer (RFC 9458, section 3.1). */
import { ByteReader } from '../byte-reader.ts';
import { concat } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import { StatelessError } from '../error.ts';
import { aeadNames, aeads, kdf, kemNames, kems } from '../hpke/suites.ts';
import type { KeyConfig } from './key-config.ts';

/**
 * Reads a key configuration.
 *
 * @throws StatelessError `ERR_BROKER_ANSWER` when a length, the mechanism or every suite is unknown.
 */
export function readKeyConfig(bytes: Bytes): KeyConfig {
  const fault = (): StatelessError => new StatelessError('ERR_BROKER_ANSWER');
  const reader = new ByteReader(bytes, fault);
  const keyId = reader.byte();
  const mechanism = reader.integer(2);
  const kem = kemNames.find((name) => kems[name].id === mechanism);
  if (kem === undefined) throw fault();
  const publicKey = concat(reader.take(kems[kem].publicKeyLength));
  const list = new ByteReader(reader.take(reader.integer(2)), fault);
  reader.end();
  const offered: number[] = [];
  while (list.left > 0) {
    const isOurs = list.integer(2) === kdf.id;
    const id = list.integer(2);
    if (isOurs) offered.push(id);
  }
  const [preferred, ...others] = aeadNames.filter((name) => offered.includes(aeads[name].id));
  if (preferred === undefined) throw fault();
  return { keyId, kem, publicKey, aeads: [preferred, ...others] };
}
