/** What Intel's certificate says of the platform: the SGX extension of a PCK certificate, 1.2.840.113741.1.13.1. */
import { toHex } from '../../text-forms.ts';
import type { Certificate } from '../x509/certificate.ts';
import { DerReader, readDer, smallInteger, tags } from '../x509/der.ts';
import type { DerValue } from '../x509/der.ts';
import type { Platform } from './parts.ts';

const sgxExtension = '2a864886f84d010d01';
const components = 16;

/** Reads the extension. */
export function readPlatform(certificate: Certificate, fault: () => Error): Platform {
  const value = certificate.extensions.get(sgxExtension);
  if (value === undefined) throw fault();
  const fields = readFields(readDer(value, tags.sequence, fault), sgxExtension);
  const field = (name: string): DerValue => required(fields, name, fault);
  const tcb = readFields(new DerReader(field('02').content, fault), `${sgxExtension}02`);
  const level = (index: number): number =>
    smallInteger(required(tcb, index.toString(16).padStart(2, '0'), fault).content, fault);
  return {
    sgx: Array.from({ length: components }, (_, index) => level(index + 1)),
    pce: level(components + 1),
    pceId: toHex(field('03').content),
    fmspc: toHex(field('04').content),
  };
}

// A list of pairs of name and value; the names share a beginning.
function readFields(reader: DerReader, arc: string): Map<string, DerValue> {
  const fields = new Map<string, DerValue>();
  while (!reader.isAtEnd) {
    const pair = reader.enter(tags.sequence);
    const name = toHex(pair.expect(tags.oid).content);
    fields.set(name.startsWith(arc) ? name.slice(arc.length) : name, pair.next());
  }
  return fields;
}

function required(fields: ReadonlyMap<string, DerValue>, name: string, fault: () => Error): DerValue {
  const value = fields.get(name);
  if (value === undefined) throw fault();
  return value;
}
