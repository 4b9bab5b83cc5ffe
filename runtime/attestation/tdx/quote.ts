/** Intel TDX quotes, versions 4 and 5: header, body of the trust domain, and the signature data behind them. */
import { ByteReader } from '../../byte-reader.ts';
import type { Bytes } from '../../bytes.ts';
import { toHex } from '../../text-forms.ts';
import { invalid } from '../faults.ts';
import { readEnclaveReport } from './enclave-report.ts';
import type { TrustDomain, Quote } from './parts.ts';

const headerLength = 48;
const bodyLength = 584;
const body15Length = 648;
const body15Type = 3;
const teeTdx = 0x81;
const ecdsaP256 = 2;
const certificationOfEnclave = 6;
const certificationByChain = 5;

/** Reads a quote. What follows it in its buffer must be zeros. */
export function readQuote(bytes: Bytes): Quote {
  const fault = (): Error => invalid('quote format');
  const reader = new LittleEndian(bytes, fault);
  const version = reader.number(2);
  const isOurs = reader.number(2) === ecdsaP256 && reader.number(4) === teeTdx;
  if (!isOurs || (version !== 4 && version !== 5)) throw fault();
  reader.take(headerLength - 8);
  const domain = readDomain(version === 4 ? reader.take(bodyLength) : body15(reader, fault), fault);
  const signed = bytes.subarray(0, bytes.length - reader.left);
  const signature = readSignatureData(new LittleEndian(reader.take(reader.number(4)), fault), fault);
  if (reader.rest().some((byte) => byte !== 0)) throw fault();
  return { signed, domain, ...signature };
}

function body15(reader: LittleEndian, fault: () => Error): Bytes {
  if (reader.number(2) !== body15Type || reader.number(4) !== body15Length) throw fault();
  return reader.take(body15Length);
}

function readDomain(body: Bytes, fault: () => Error): TrustDomain {
  const reader = new ByteReader(body, fault);
  const teeTcbSvn = reader.take(16);
  reader.take(48);
  const mrSignerSeam = toHex(reader.take(48));
  const seamAttributes = reader.take(8);
  const attributes = reader.take(8);
  reader.take(8);
  const mrTd = toHex(reader.take(48));
  reader.take(3 * 48);
  const rtmr = (): string => toHex(reader.take(48));
  const rtmrs = [rtmr(), rtmr(), rtmr(), rtmr()] as const;
  const reportData = reader.take(64);
  const mrServiceTd = toHex(reader.rest().subarray(16));
  return { teeTcbSvn, mrSignerSeam, seamAttributes, attributes, mrTd, rtmrs, reportData, mrServiceTd };
}

function readSignatureData(reader: LittleEndian, fault: () => Error): Omit<Quote, 'signed' | 'domain'> {
  const [signature, attestationKey] = [reader.take(64), reader.take(64)];
  const inner = certification(reader, certificationOfEnclave, fault);
  reader.end();
  const enclave = readEnclaveReport(inner.take(384), fault);
  const enclaveSignature = inner.take(64);
  const authenticationData = inner.take(inner.number(2));
  const chain = certification(inner, certificationByChain, fault);
  inner.end();
  const certificates = new TextDecoder().decode(chain.rest());
  return { signature, attestationKey, enclave, enclaveSignature, authenticationData, certificates };
}

function certification(reader: LittleEndian, type: number, fault: () => Error): LittleEndian {
  if (reader.number(2) !== type) throw fault();
  return new LittleEndian(reader.take(reader.number(4)), fault);
}

class LittleEndian extends ByteReader {
  number(width: number): number {
    return this.take(width).reduceRight((value, byte) => value * 256 + byte, 0);
  }
}
