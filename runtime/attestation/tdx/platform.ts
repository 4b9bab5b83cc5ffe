/** What Intel's certificate says of the platform: the SGX extension of a PCK certificate, 1.2.840.113741.1.13.1. */
import { toHex } from '../../text-forms.ts';
import type { Certificate } from '../x509/parts.ts';
import { readDer, tags } from '../x509/der.ts';
import type { DerReader } from '../x509/der.ts';
import type { Platform } from './parts.ts';

const sgxExtension = '2a864886f84d010d01';
const components = 16;

/** Reads the extension. */
export function readPlatform(certificate: Certificate, fault: () => Error): Platform {
  const value = certificate.extensions.get(sgxExtension);
  if (value === undefined) throw fault();
  const field = readFields(readDer(value, tags.sequence, fault), sgxExtension);
  const level = readFields(field('02').enter(tags.sequence), `${sgxExtension}02`);
  const svns = Array.from({ length: components + 1 }, (_, index) =>
    level((index + 1).toString(16).padStart(2, '0')).smallInteger(),
  );
  return {
    sgx: svns.slice(0, components),
    pce: svns[components] ?? 0,
    pceId: toHex(field('03').next().content),
    fmspc: toHex(field('04').next().content),
  };
}

// A list of pairs of name and value, as the readers of the values by what follows the beginning that the names share.
function readFields(list: DerReader, arc: string): (name: string) => DerReader {
  const fields = new Map<string, DerReader>();
  while (list.left > 0) {
    const pair = list.enter(tags.sequence);
    fields.set(toHex(pair.expect(tags.oid).content), pair);
  }
  return (name) => {
    const field = fields.get(`${arc}${name}`);
    if (field === undefined) throw list.fault();
    return field;
  };
}
