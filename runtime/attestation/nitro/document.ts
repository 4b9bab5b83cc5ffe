/** The attestation document of an AWS Nitro enclave: a COSE_Sign1 array (RFC 9052) around a CBOR map. */
import { concat, integer, isEqual, utf8 } from '../../bytes.ts';
import type { Bytes } from '../../bytes.ts';
import { toHex } from '../../text-forms.ts';
import { invalid } from '../faults.ts';
import { readChain } from '../x509/chain.ts';
import type { Chain } from '../x509/chain.ts';
import { readCbor } from './cbor.ts';
import type { CborMap, CborValue } from './cbor.ts';

/** A document that was read and not yet verified. */
export interface NitroDocument {
  readonly signed: Bytes;
  readonly signature: Bytes;
  /** The enclave's key, then up to the root. */
  readonly chain: Chain;
  /** Milliseconds since 1970, as the Nitro hypervisor states them. */
  readonly timestamp: number;
  /** Hexadecimal, by index. */
  readonly pcrs: ReadonlyMap<number, string>;
  readonly userData: Bytes;
}

const check = 'document format';
const fault = (): Error => invalid(check);

/** `{1: -35}`: ES384. */
const protectedHeader = new Uint8Array([0xa1, 0x01, 0x38, 0x22]);
const longest = 32 * 1024;
const pcrLength = 48;
const certificatesAtMost = 8;

/** Reads a document, without tag and framing. */
export function readDocument(bytes: Bytes): NitroDocument {
  if (bytes.length > longest) throw fault();
  const [header, unprotected, payload, signature, ...others] = arrayOf(readCbor(bytes, fault));
  const isCose = isEqual(bytesOf(header), protectedHeader) && mapOf(unprotected).size === 0;
  if (!isCose || others.length > 0) throw fault();
  const fields = mapOf(readCbor(bytesOf(payload), fault));
  if (fields.get('digest') !== 'SHA384') throw fault();
  return {
    signed: toBeSigned(bytesOf(payload)),
    signature: bytesOf(signature),
    chain: readCertificates(fields),
    timestamp: numberOf(fields.get('timestamp')),
    pcrs: readPcrs(mapOf(fields.get('pcrs'))),
    userData: fields.get('user_data') == null ? new Uint8Array(0) : bytesOf(fields.get('user_data')),
  };
}

// Sig_structure of RFC 9052, section 4.4: ["Signature1", protected, external AAD, payload].
function toBeSigned(payload: Bytes): Bytes {
  const context = utf8('Signature1');
  return concat(
    new Uint8Array([0x84, 0x60 + context.length]),
    context,
    new Uint8Array([0x40 + protectedHeader.length]),
    protectedHeader,
    new Uint8Array([0x40, 0x59]),
    integer(payload.length, 2),
    payload,
  );
}

// The bundle has the root first and the issuer of the enclave's key last.
function readCertificates(fields: CborMap): Chain {
  const bundle = arrayOf(fields.get('cabundle')).map(bytesOf);
  if (bundle.length > certificatesAtMost) throw fault();
  return readChain([bytesOf(fields.get('certificate')), ...bundle.reverse()], check);
}

function readPcrs(values: CborMap): Map<number, string> {
  const pcrs = new Map<number, string>();
  for (const [index, value] of values) {
    const bytes = bytesOf(value);
    if (typeof index !== 'number' || bytes.length !== pcrLength) throw fault();
    pcrs.set(index, toHex(bytes));
  }
  return pcrs;
}

function arrayOf(value: CborValue | undefined): readonly CborValue[] {
  if (!Array.isArray(value)) throw fault();
  const items: readonly CborValue[] = value;
  return items;
}

function mapOf(value: CborValue | undefined): CborMap {
  if (!(value instanceof Map)) throw fault();
  const map: CborMap = value;
  return map;
}

function bytesOf(value: CborValue | undefined): Bytes {
  if (!(value instanceof Uint8Array)) throw fault();
  return value;
}

function numberOf(value: CborValue | undefined): number {
  if (typeof value !== 'number') throw fault();
  return value;
}
