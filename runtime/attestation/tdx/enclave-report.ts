/** The report of an SGX enclave: here that of the quoting enclave, which signs for the trust domain. */
import { ByteReader } from '../../byte-reader.ts';
import type { Bytes } from '../../bytes.ts';
import { toHex } from '../../text-forms.ts';
import type { EnclaveReport } from './parts.ts';

/** Reads a report of 384 bytes. */
export function readEnclaveReport(bytes: Bytes, fault: () => Error): EnclaveReport {
  const reader = new ByteReader(bytes, fault);
  reader.take(16);
  const miscSelect = reader.take(4);
  reader.take(28);
  const attributes = reader.take(16);
  reader.take(32 + 32);
  const mrSigner = toHex(reader.take(32));
  reader.take(96);
  const [prodLow = 0, prodHigh = 0, svnLow = 0, svnHigh = 0] = reader.take(4);
  reader.take(60);
  const reportData = reader.take(64);
  reader.end();
  return {
    signed: bytes,
    miscSelect,
    attributes,
    mrSigner,
    isvProdId: prodLow + 256 * prodHigh,
    isvSvn: svnLow + 256 * svnHigh,
    reportData,
  };
}
