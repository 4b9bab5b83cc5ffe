/** The attestation document of an AWS Nitro enclave: a COSE_Sign1 array (RFC 9052) around a CBOR map. */
import { concat, integer, isEqual, utf8 } from '../../bytes.ts';
import type { Bytes } from '../../bytes.ts';
import { anything, as, list, number, optional, record, text } from '../../shape.ts';
import { toHex } from '../../text-forms.ts';
import { invalid } from '../faults.ts';
import { readChain } from '../x509/chain.ts';
import { readCbor } from './cbor.ts';
import type { NitroDocument } from './parts.ts';

const longest = 32 * 1024;
const pcrLength = 48;
const fault = (): Error => invalid('document format');

/** `{1: -35}`: ES384. */
const protectedHeader = new Uint8Array([0xa1, 0x01, 0x38, 0x22]);
/** An array of four, of which the first is that header and the second an empty one. */
const beginning = concat(new Uint8Array([0x84, 0x44]), protectedHeader, new Uint8Array([0xa0]));

const bytes = as(anything, (value) => (value instanceof Uint8Array ? concat(value) : undefined));
const pcr = as(bytes, (value) => (value.length === pcrLength ? toHex(value) : undefined));
const payloadFields = record({
  digest: text(/^SHA384$/),
  timestamp: number,
  pcrs: record({ 0: pcr, 1: pcr, 2: pcr }),
  certificate: bytes,
  cabundle: list(bytes),
  user_data: as(anything, (value) => optional(bytes)(value ?? undefined, fault) ?? new Uint8Array(0)),
});

/** Reads a document, without tag and framing. */
export function readDocument(document: Bytes): NitroDocument {
  const isCose = isEqual(document.subarray(0, beginning.length), beginning);
  if (!isCose || document.length > longest) throw fault();
  const [, , payload, signature] = list(anything)(readCbor(document, fault), fault);
  const signed = bytes(payload, fault);
  const { timestamp, pcrs, certificate, cabundle, user_data } = payloadFields(readCbor(signed, fault), fault);
  return {
    signed: toBeSigned(signed),
    signature: bytes(signature, fault),
    // the bundle has the root first and the issuer of the enclave's key last
    chain: readChain([certificate, ...cabundle.toReversed()], fault),
    timestamp,
    pcrs: [pcrs[0], pcrs[1], pcrs[2]],
    userData: user_data,
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
