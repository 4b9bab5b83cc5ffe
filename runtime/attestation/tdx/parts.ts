/** What a quote is made of, once it was read. Types only. */
import type { Bytes } from '../../bytes.ts';
import type { EnclaveReport } from './enclave-report.ts';

/** What of a trust domain's report the checks look at; byte strings that are compared are hexadecimal. */
export interface TrustDomain {
  readonly teeTcbSvn: Bytes;
  readonly mrSignerSeam: string;
  readonly seamAttributes: Bytes;
  readonly attributes: Bytes;
  readonly mrTd: string;
  readonly rtmrs: readonly [string, string, string, string];
  readonly reportData: Bytes;
  /** Of TD 1.5 alone; empty before. */
  readonly mrServiceTd: string;
}

/** A quote that was read and not yet verified. */
export interface Quote {
  readonly signed: Bytes;
  readonly domain: TrustDomain;
  readonly signature: Bytes;
  readonly attestationKey: Bytes;
  readonly enclave: EnclaveReport;
  readonly enclaveSignature: Bytes;
  readonly authenticationData: Bytes;
  /** The PEM chain of the key that certified the quoting enclave. */
  readonly certificates: string;
}
