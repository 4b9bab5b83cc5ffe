/** Intel TDX quotes, versions 4 and 5: header, body of the trust domain, and the signature data behind them. */
import { ByteReader } from '../../byte-reader.ts';
import type { Bytes } from '../../bytes.ts';
import { toHex } from '../../text-forms.ts';
import { invalid } from '../faults.ts';
import { fieldsOf, littleEndian } from '../fields.ts';
import type { EnclaveReport, Quote, TrustDomain } from './parts.ts';

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
  const reader = new LittleEndian(bytes, () => invalid('quote format'));
  const version = reader.number(2);
  const isOurs = reader.number(2) === ecdsaP256 && reader.number(4) === teeTdx;
  if (!isOurs || (version !== 4 && version !== 5)) throw reader.fault();
  reader.take(headerLength - 8);
  if (version === 5 && (reader.number(2) !== body15Type || reader.number(4) !== body15Length))
    throw reader.fault();
  const domain = readDomain(reader.take(version === 4 ? bodyLength : body15Length));
  const signed = reader.since(bytes.length);
  const signature = readSignatureData(reader.part());
  if (reader.rest().some((byte) => byte !== 0)) throw reader.fault();
  return { signed, domain, ...signature };
}

function readDomain(body: Bytes): TrustDomain {
  const field = fieldsOf(body);
  const rtmr = (index: number): string => toHex(field(328 + 48 * index, 48));
  return {
    teeTcbSvn: field(0, 16),
    mrSignerSeam: toHex(field(64, 48)),
    seamAttributes: toHex(field(112, 8)),
    attributes: field(120, 8),
    mrTd: toHex(field(136, 48)),
    rtmrs: [rtmr(0), rtmr(1), rtmr(2), rtmr(3)],
    reportData: field(520, 64),
    mrServiceTd: toHex(field(600, 48)),
  };
}

function readSignatureData(reader: LittleEndian): Omit<Quote, 'signed' | 'domain'> {
  const [signature, attestationKey] = [reader.take(64), reader.take(64)];
  const inner = reader.certification(certificationOfEnclave);
  reader.end();
  const enclave = readEnclaveReport(inner.take(384));
  const enclaveSignature = inner.take(64);
  const authenticationData = inner.take(inner.number(2));
  const certificates = inner.certification(certificationByChain).rest();
  inner.end();
  return { signature, attestationKey, enclave, enclaveSignature, authenticationData, certificates };
}

// The report of an SGX enclave: here that of the quoting enclave, which signs for the trust domain.
function readEnclaveReport(signed: Bytes): EnclaveReport {
  const field = fieldsOf(signed);
  return {
    signed,
    miscSelect: toHex(field(16, 4)),
    attributes: toHex(field(48, 16)),
    mrSigner: toHex(field(128, 32)),
    isvProdId: littleEndian(field(256, 2)),
    isvSvn: littleEndian(field(258, 2)),
    reportData: field(320, 64),
  };
}

class LittleEndian extends ByteReader {
  number(width: number): number {
    return littleEndian(this.take(width));
  }

  /** What stands behind its length in 4 bytes. */
  part(): LittleEndian {
    return new LittleEndian(this.take(this.number(4)), this.fault);
  }

  certification(type: number): LittleEndian {
    if (this.number(2) !== type) throw this.fault();
    return this.part();
  }
}
